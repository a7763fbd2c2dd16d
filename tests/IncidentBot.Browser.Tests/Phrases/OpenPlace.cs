using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>
/// Opens "**#general**", "**#inc-1-…**" (the rest of the name contains a date), "**IncidentBot**" (its direct messages) or
/// "**IncidentBot home**".
/// </summary>
internal sealed class OpenPlace() : Phrase("open **{place}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => OpenAsync(stage, parts["place"]);

    public static async Task OpenAsync(Stage stage, string place)
    {
        await stage.ShowSidebarAsync();
        var link = Link(stage.Page, place);
        await link.ClickAsync();
        await Expect(link).ToContainClassAsync("here");
        if (place != "IncidentBot home")
        {
            await Expect(stage.Page.GetByTestId("channel-header")).ToContainTextAsync(place.TrimStart('#').TrimEnd('…'));
        }
    }

    private static ILocator Link(IPage page, string place) => place switch
    {
        "IncidentBot home" => page.GetByTestId("app-home"),
        "IncidentBot" => page.GetByTestId("dm-incidentbot"),
        ['#', .. var prefix, '…'] => page.Locator($"[data-testid^=channel-{prefix}]"),
        _ => page.GetByTestId($"channel-{place.TrimStart('#')}"),
    };
}
