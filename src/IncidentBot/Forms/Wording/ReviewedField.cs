using IncidentBot.Domain.Language;
using IncidentBot.Domain.Language.Blame;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Forms.Wording;

/// <summary>A field whose words are checked when the form is saved.</summary>
/// <param name="Block">Its block_id.</param>
/// <param name="Kind">What counts as blame depends on the kind of field.</param>
internal sealed record ReviewedField(string Block, BlameField Kind)
{
    /// <summary>Whether each line is a text of its own.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether unchanged text is skipped.</summary>
    public bool OnlyIfTouched { get; init; }

    /// <summary>An example of a good action, shown with findings about vague actions and memos.</summary>
    public string? Example { get; init; }

    /// <summary>The field for one more why, for a chain that stopped early; null when one stands empty already, or none fits.</summary>
    public Func<ViewInfo, InputBlock?>? OneMore { get; init; }

    public IEnumerable<Worded> TextsIn(string text) =>
        (IsList ? PointList.Read(text) : [text]).Where(each => each.Length > 0).Select(each => new Worded(Kind, each));
}

/// <summary>A finding about one text of a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="Worded">The text.</param>
/// <param name="Finding">What the check says.</param>
internal sealed record Remark(ReviewedField Field, Worded Worded, BlameFinding Finding)
{
    /// <summary>The form already shows it.</summary>
    public bool IsShown { get; init; }

    /// <summary>Why the text should stay; empty while no one says so.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The person answered it.</summary>
    public bool IsAnswered => IsShown && Reason.Length > 0;

    public string Hash => FieldIds.HashOf(Worded.Text);

    public string ReasonId => FieldIds.Reason(Field.Block, Hash);
}
