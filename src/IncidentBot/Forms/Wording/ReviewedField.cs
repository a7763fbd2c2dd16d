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
    public bool OnlyIfEdited { get; init; }

    /// <summary>An example of a good action, shown with findings about vague actions and memos.</summary>
    public string? Example { get; init; }

    /// <summary>Makes a field for one more why when a chain stopped early; null if a field is empty or the limit is reached.</summary>
    public Func<ViewInfo, InputBlock?>? ExtraField { get; init; }

    public IEnumerable<FieldText> TextsIn(string text) =>
        (IsList ? PointList.Read(text) : [text]).Where(each => each.Length > 0).Select(each => new FieldText(Kind, each));
}

/// <summary>A finding about one text of a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="FieldText">The text.</param>
/// <param name="Blame">What the check says.</param>
internal sealed record FieldFinding(ReviewedField Field, FieldText FieldText, BlameFinding Blame)
{
    /// <summary>The form already shows it.</summary>
    public bool IsShown { get; init; }

    /// <summary>The reason to keep the text; empty while there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The person answered it.</summary>
    public bool IsAnswered => IsShown && Reason.Length > 0;

    public string Hash => FieldIds.HashOf(FieldText.Text);

    public string ReasonId => FieldIds.Reason(Field.Block, Hash);
}
