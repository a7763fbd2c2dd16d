using IncidentBot.Domain.Language;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms.Wording;

/// <summary>A form with findings, each right under its field; everything typed stays.</summary>
internal static class ReviewedForm
{
    /// <summary>The open form, with these findings instead of the earlier ones.</summary>
    public static Modal Of(ViewInfo view, IReadOnlyList<FieldFinding> findings)
    {
        var form = FormSnapshot.Of(view);
        Block[] own = [.. form.Blocks.Where(block => !FieldIds.IsFinding(block.BlockId))];
        return form with { Blocks = [.. Under(own, findings, ExtraField(view, findings))] };
    }

    /// <summary>A form that is about to open, with a finding about its initial text.</summary>
    public static Modal Of(Modal form, FieldFinding finding) => form with { Blocks = [.. Under(form.Blocks, [finding], more: null)] };

    private static IEnumerable<Block> Under(
        IReadOnlyList<Block> blocks, IReadOnlyList<FieldFinding> findings, (string Under, InputBlock Field)? more)
    {
        foreach (var block in blocks)
        {
            yield return block;
            var field = block.BlockId is { } id ? FieldIds.Of(id) : "";
            var here = findings.Where(finding => finding.Field.Block == field);
            foreach (var each in here.SelectMany(finding => FindingBlocks.Render(finding, RoomIn(block))))
            {
                yield return each;
            }

            if (more is { } next && next.Under == field)
            {
                yield return next.Field;
            }
        }
    }

    /// <summary>A chain that stopped early gets a field for its next why, unless it has an empty one.</summary>
    private static (string Under, InputBlock Field)? ExtraField(ViewInfo view, IReadOnlyList<FieldFinding> findings) =>
        findings.FirstOrDefault(
            finding => finding.Blame.Rule == TopFinding.StoppedEarly && finding.Field.ExtraField is not null) is { } stopped
        && stopped.Field.ExtraField!(view) is { } field
            ? (stopped.Field.Block, field)
            : null;

    /// <summary>How many characters more fit into a field.</summary>
    private static int RoomIn(Block block) => block switch
    {
        ShownBlock { Json: var json } when json.GetProperty("element") is var element
            && element.TryGetProperty("max_length", out var most) =>
            most.GetInt32() - (element.TryGetProperty("initial_value", out var typed) ? typed.GetString()!.Length : 0),
        InputBlock { Element: PlainTextInput { MaxLength: { } most } input } => most - (input.InitialValue?.Length ?? 0),
        _ => PlainTextInput.MaxTextLength,
    };
}
