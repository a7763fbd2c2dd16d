using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Opens the clock panel, uses it and closes it.</summary>
internal static class ClockPanel
{
    public static async Task UseAsync(Stage stage, Func<ILocator, Task> use)
    {
        stage.BotMessages.MarkAllRead();
        await stage.ShowSidebarAsync();
        await stage.Page.GetByTestId("clock").ClickAsync();
        var panel = stage.Page.GetByTestId("clock-panel");
        var before = stage.Workspace.Now;
        await use(panel);
        await Assertions.Expect(panel.GetByTestId("clock-refusal")).ToBeHiddenAsync();
        await stage.SettleAsync();
        Assert.True(stage.Workspace.Now - before > TimeSpan.FromMinutes(5), "The clock did not move.");
        await panel.GetByLabel("Close clock").ClickAsync();
    }
}
