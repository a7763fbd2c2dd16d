using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Opens the difficulties panel, uses it and closes it.</summary>
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
