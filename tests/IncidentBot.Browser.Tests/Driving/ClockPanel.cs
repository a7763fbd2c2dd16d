using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Opens the clock panel, uses it and closes it.</summary>
internal static class ClockPanel
{
    private const int Patience = 20_000;

    public static async Task UseAsync(Stage stage, Func<ILocator, Task> use)
    {
        stage.BotMessages.MarkAllRead();
        await stage.ShowSidebarAsync();
        var clock = stage.Page.GetByTestId("clock");
        var shown = await clock.TextContentAsync() ?? "";
        await clock.ClickAsync();
        var panel = stage.Page.GetByTestId("clock-panel");
        await use(panel);
        // The press reaches the workspace a moment later, and until then everything looks idle.
        await Assertions.Expect(clock).Not.ToHaveTextAsync(shown, new() { Timeout = Patience });
        await Assertions.Expect(panel.GetByTestId("clock-refusal")).ToBeHiddenAsync();
        await stage.SettleAsync();
        await panel.GetByLabel("Close clock").ClickAsync();
    }
}
