using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Debriefs;

/// <summary>
/// One person's answers right after an incident: what happened, the immediate fix, and what to remember.
/// Several people add notes. A note is a source for the post-mortem and never replaces it, so it has no deadline.
/// </summary>
public sealed class DebriefNote
{
    /// <summary>The longest answer, in UTF-16 characters; enough for ten minutes of writing.</summary>
    public const int AnswerLimit = 900;

    private DebriefNote()
    {
    }

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>The incident.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What happened; empty when not said.</summary>
    public string WhatHappened { get; private set; } = "";

    /// <summary>The immediate fix; empty when not said.</summary>
    public string ImmediateFix { get; private set; } = "";

    /// <summary>What to remember for the post-mortem; empty when not said.</summary>
    public string NotToForget { get; private set; } = "";

    /// <summary>Writes a note.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="answers">What was typed.</param>
    /// <param name="by">Who typed it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when all is empty ("what_happened") or an answer is too long (its field).</returns>
    public static Result<DebriefNote> Write(Guid id, int incidentNumber, DebriefAnswers answers, PersonId by, DateTimeOffset now)
    {
        if (answers.Check() is { } refusal)
        {
            return refusal;
        }

        return new DebriefNote
        {
            Id = id,
            IncidentNumber = incidentNumber,
            By = by,
            At = now.ToUniversalTime(),
            WhatHappened = TextRule.Clean(answers.WhatHappened),
            ImmediateFix = TextRule.Clean(answers.ImmediateFix),
            NotToForget = TextRule.Clean(answers.NotToForget),
        };
    }
}

/// <summary>The three answers as typed.</summary>
/// <param name="WhatHappened">What happened.</param>
/// <param name="ImmediateFix">What is the immediate fix.</param>
/// <param name="NotToForget">What to remember.</param>
public sealed record DebriefAnswers(string WhatHappened, string ImmediateFix, string NotToForget)
{
    internal Refusal? Check() => string.IsNullOrWhiteSpace(WhatHappened + ImmediateFix + NotToForget)
        ? new Refusal("Answer at least one question; a sentence is enough.", "what_happened")
        : TextRule.AtMost(WhatHappened, DebriefNote.AnswerLimit, "what_happened")
            ?? TextRule.AtMost(ImmediateFix, DebriefNote.AnswerLimit, "immediate_fix")
            ?? TextRule.AtMost(NotToForget, DebriefNote.AnswerLimit, "not_to_forget");
}
