using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Language;

/// <summary>A text that someone kept despite a finding of the blame check: who, when and why. It never changes.</summary>
public sealed class AcceptedWording
{
    private AcceptedWording()
    {
    }

    /// <summary>Unique.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>The kind of field that the text is in.</summary>
    public BlameField Field { get; private set; }

    /// <summary>The text, with single spaces between its words. A text that differs is checked again.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The rule that flagged it, as in <see cref="BlameFinding.Rule"/>.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Why it should stay.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who kept it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records that someone keeps a text.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="incident">The incident's number.</param>
    /// <param name="wording">The text and its kind of field.</param>
    /// <param name="rule">The rule that flagged it.</param>
    /// <param name="reason">At most <see cref="PostMortemLimits.Reason"/> characters; longer ones are cut.</param>
    /// <param name="by">Who keeps it.</param>
    /// <param name="now">When, UTC.</param>
    public static AcceptedWording Keep(
        Guid id, int incident, FieldText wording, string rule, string reason, PersonId by, DateTimeOffset now)
    {
        var clean = TextRule.Clean(reason);
        return new()
        {
            Id = id,
            IncidentNumber = incident,
            Field = wording.Field,
            Text = FieldText.Plain(wording.Text),
            Rule = rule,
            Reason = clean.Length > PostMortemLimits.Reason ? clean[..PostMortemLimits.Reason] : clean,
            By = by,
            At = now.ToUniversalTime(),
        };
    }

    /// <summary>Whether this text, line breaks aside, is the one that was kept.</summary>
    /// <param name="wording">The text and its kind of field.</param>
    public bool Covers(FieldText wording) => Field == wording.Field && Text == FieldText.Plain(wording.Text);
}

/// <summary>A text and the kind of field that it is in.</summary>
/// <param name="Field">The kind of field.</param>
/// <param name="Text">The text.</param>
public sealed record FieldText(BlameField Field, string Text)
{
    /// <summary>The words with single spaces between them, so that line breaks make no difference.</summary>
    /// <param name="text">As it was typed.</param>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
