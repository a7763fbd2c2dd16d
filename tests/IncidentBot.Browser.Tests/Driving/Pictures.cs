using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>What the page looked like after each clause, for people to look at: in the folder that INCIDENTBOT_SCREENSHOTS names.</summary>
internal sealed class Pictures(IPage page, string story)
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
