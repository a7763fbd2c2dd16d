using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Opens the failures panel, uses it and closes it.</summary>
internal static class FailuresPanel
{
    public static async Task UseAsync(Stage stage, Func<ILocator, Task> use)
    {
        await stage.ShowSidebarAsync();
        await stage.Page.GetByTestId("failures").ClickAsync();
        var panel = stage.Page.GetByTestId("failures-panel");
        await use(panel);
        await stage.SettleAsync();
        await panel.GetByLabel("Close failures").ClickAsync();
    }
}
