using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>A line of a list that folds out. It may say more than its name: "(you)", a description.</summary>
internal sealed class ChooseForField() : Phrase("choose **{option}** for **{label}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        var field = stage.Fields(said["label"]).Last;
        var value = await field.Locator("option").Filter(new() { HasText = said["option"] }).First.GetAttributeAsync("value");
        await field.SelectOptionAsync(value!);
    }
}
