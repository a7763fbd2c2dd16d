using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms.Wording;

/// <summary>A field of a form whose words are looked at when it is saved.</summary>
/// <param name="Block">Its block_id.</param>
/// <param name="Kind">What blame is depends on where it is written.</param>
internal sealed record ReviewedField(string Block, BlameField Kind)
{
    /// <summary>One text a line; else the whole is one text.</summary>
    public bool IsList { get; init; }

    /// <summary>What stood there when the form was opened is not looked at.</summary>
    public bool OnlyIfTouched { get; init; }

    /// <summary>An action that is well put, for those that are vague or a memo.</summary>
    public string? Example { get; init; }

    /// <summary>The field for one more why, for a chain that stopped early; null when one stands empty already, or none fits.</summary>
    public Func<ViewInfo, InputBlock?>? OneMore { get; init; }

    public IEnumerable<Worded> TextsIn(string text) =>
        (IsList ? PointList.Read(text) : [text]).Where(each => each.Length > 0).Select(each => new Worded(Kind, each));
}

/// <summary>What there is to say about one text of a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="Worded">The text.</param>
/// <param name="Finding">What the check says.</param>
internal sealed record Remark(ReviewedField Field, Worded Worded, BlameFinding Finding)
{
    /// <summary>The form shows it already.</summary>
    public bool IsShown { get; init; }

    /// <summary>Why the text should stay; empty while no one says so.</summary>
    public string Reason { get; init; } = "";

    /// <summary>It was read, and answered.</summary>
    public bool IsAnswered => IsShown && Reason.Length > 0;

    public string Hash => FieldIds.HashOf(Worded.Text);

    public string ReasonId => FieldIds.Reason(Field.Block, Hash);
}
