using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Where several fields have the same label, into the next empty one. What was filled in before is replaced.</summary>
internal sealed class WriteIntoField() : Phrase("write \"{text}\" into **{label}**")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        var fields = stage.Fields(said["label"]);
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

        await next.FillAsync(said["text"]);
    }
}
