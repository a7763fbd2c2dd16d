using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SwitchPerson() : Phrase("as **{person}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => ToAsync(stage, parts["person"]);

    public static async Task ToAsync(Stage stage, string person)
    {
        await stage.ShowSidebarAsync();
        await stage.Page.GetByTestId("person").ClickAsync();
        await stage.Page.Locator($"[data-testid=person-{person} i]").ClickAsync();
        await Expect(stage.Page.GetByTestId("person")).ToContainTextAsync(person);
    }
}
