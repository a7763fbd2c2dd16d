using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Phrases;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests;

/// <summary>
/// What the team reads after two quarters: twelve incidents of three services, of which one was a drill, one a duplicate and one private,
/// and one near miss. The first cause came back twice, two others once.
/// </summary>
internal sealed class TwoQuartersLater(Stage stage)
{
    private const string PrivateTitle = "A token leaked";

    public async Task AssertAsync()
    {
        await SwitchPerson.ToAsync(stage, "Tom");
        await OpenPlace.OpenAsync(stage, "#general");
        await AssertTrendsAsync();
        await AssertLogAsync();
        await AssertAnnouncementsAsync();
        await AssertPrivateIsSeenAsync();
    }

    /// <summary>Eight causes are known: 1, 2, 4, the private 6, 7, 10, 11 and 12; those of 7, 10, 11 and 12 were known before.</summary>
    private async Task AssertTrendsAsync()
    {
        await WriteMessage.SendAsync(stage, "/incident trends 12m");
        await SeeAsync("4 of 8");
        await SeeAsync("Limit changed unseen (3), ");
        await SeeAsync("Near misses: 1, counted apart from incidents");
        await ExpectNothingPrivateAsync();
        await stage.Page.Keyboard.PressAsync("Escape");
        await Expect(stage.Page.GetByTestId("modal")).ToBeHiddenAsync();
    }

    /// <summary>The answer to each command is the newest message.</summary>
    private async Task AssertLogAsync()
    {
        await WriteMessage.SendAsync(stage, "/incident log checkout");
        foreach (var row in
            (string[])["Incident 10: Checkout is down again", "Incident 7: Checkout is slow", "Incident 1: Checkout is down"])
        {
            await SeeAsync(row);
        }

        await SeeAsync("Limit changed unseen · actions 2/3");
        await Expect(stage.Front.GetByText("Search times out")).ToHaveCountAsync(0);

        await WriteMessage.SendAsync(stage, "/incident log");
        await SeeAsync("Incident 12: Refunds are stuck");
        await WriteMessage.SendAsync(stage, "/incident search serch times");
        await SeeAsync("Incident 11: Search times out");
        await WriteMessage.SendAsync(stage, "/incident search token leaked");
        await SeeAsync("No incident has these words.");
        await ExpectNothingPrivateAsync();
    }

    /// <summary>The digest of each Monday, the page of each quarter, and the investigation, which ended with a decision.</summary>
    private async Task AssertAnnouncementsAsync()
    {
        await OpenPlace.OpenAsync(stage, "#incidents");
        await SeeAsync("Structural investigation: Limit changed unseen");
        await SeeAsync("Technical project: The release tool refuses a changed limit without a second reviewer");
        await SeeAsync("Causes that came back: 1");
        await SeeAsync("Incidents in 2026-Q2");
        await SeeAsync("Repeat incidents: 4 of 5 (80 %)");
        await ExpectNothingPrivateAsync();
    }

    private async Task AssertPrivateIsSeenAsync()
    {
        await SwitchPerson.ToAsync(stage, "Aiko");
        await OpenPlace.OpenAsync(stage, "#general");
        await WriteMessage.SendAsync(stage, "/incident search token leaked");
        await SeeAsync($"Incident 6: {PrivateTitle}");
    }

    private Task ExpectNothingPrivateAsync() => Expect(stage.Page.GetByText(PrivateTitle)).ToHaveCountAsync(0);

    private Task SeeAsync(string text) =>
        Expect(stage.Front.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = Stage.Patience });
}
