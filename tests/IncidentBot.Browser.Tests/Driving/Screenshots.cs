using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Saves a screenshot after each clause in the folder that INCIDENTBOT_SCREENSHOTS names.</summary>
internal sealed class Screenshots(IPage page, string story)
{
    private readonly string? _folder = Environment.GetEnvironmentVariable("INCIDENTBOT_SCREENSHOTS");

    public async Task TakeAsync(string name)
    {
        if (!string.IsNullOrEmpty(_folder))
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{story}-{name}.png") });
        }
    }
}
