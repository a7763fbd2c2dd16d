using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Chooses a radio button or a checkbox.</summary>
internal sealed class ChooseOption() : Phrase("choose **{option}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) =>
        stage.Page.GetByTestId("modal").Locator("label.option").Filter(new() { HasText = parts["option"] }).First.ClickAsync();
}
