using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

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

        if (stage.BetweenKeys < Stage.HumanPause)
        {
            await next.FillAsync(parts["text"]);
            return;
        }

        // Key by key, though faster than a person, because the page could lose what a paste brings at once.
        await next.ClearAsync();
        await next.PressSequentiallyAsync(parts["text"], new() { Delay = Stage.FastPause });
        await Assertions.Expect(next).ToHaveValueAsync(parts["text"]);
    }
}
