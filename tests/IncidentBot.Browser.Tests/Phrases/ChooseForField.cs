using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Chooses an option of a select. The option may have more text than the name, such as "(you)" or a description.</summary>
internal sealed class ChooseForField() : Phrase("choose **{option}** for **{label}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        var field = stage.Fields(parts["label"]).Last;
        var value = await field.Locator("option").Filter(new() { HasText = parts["option"] }).First.GetAttributeAsync("value");
        await field.SelectOptionAsync(value!);
    }
}
