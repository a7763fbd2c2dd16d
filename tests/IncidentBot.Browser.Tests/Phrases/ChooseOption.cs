using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>A radio button or a box to tick.</summary>
internal sealed class ChooseOption() : Phrase("choose **{option}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said) =>
        stage.Page.GetByTestId("modal").Locator("label.option").Filter(new() { HasText = said["option"] }).First.ClickAsync();
}
