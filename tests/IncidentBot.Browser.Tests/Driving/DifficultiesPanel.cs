using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The panel that makes Slack difficult: opened, used, closed again.</summary>
internal static class DifficultiesPanel
{
    public static async Task UseAsync(Stage stage, Func<ILocator, Task> use)
    {
        await stage.Page.GetByTestId("difficulties").ClickAsync();
        var panel = stage.Page.GetByTestId("difficulties-panel");
        await use(panel);
        await stage.SettleAsync();
        await panel.GetByLabel("Close difficulties").ClickAsync();
    }
}
