using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Replaces the text of a field. If several fields have the label, writes into the next empty one.</summary>
internal sealed class WriteIntoField() : Phrase("write \"{text}\" into **{label}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        var fields = stage.Fields(parts["label"]);
        await fields.First.WaitForAsync();
        var next = fields.Last;
        foreach (var field in await fields.AllAsync())
        {
            if ((await field.InputValueAsync()).Length == 0)
            {
                next = field;
                break;
            }
        }

        await next.FillAsync(parts["text"]);
    }
}
