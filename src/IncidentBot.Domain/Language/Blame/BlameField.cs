namespace IncidentBot.Domain.Language.Blame;

/// <summary>The kind of field that a text is in: words that are blame in a cause may be a plain fact in the timeline.</summary>
public enum BlameField
{
    /// <summary>A why, or the structural gap.</summary>
    Cause,

    /// <summary>A contributing factor.</summary>
    Factor,

    /// <summary>A learning.</summary>
    Learning,

    /// <summary>What will be changed.</summary>
    Action,

    /// <summary>What happened, entry by entry.</summary>
    Timeline,

    /// <summary>The two or three sentences at the top.</summary>
    Summary,
}

/// <summary>The rules for each kind of field.</summary>
public static class BlameFields
{
    /// <summary>True where a person's name counts as blame, however neutral the sentence, because only systems belong there.</summary>
    public static bool ForbidsNames(this BlameField field) => field is BlameField.Cause or BlameField.Factor or BlameField.Learning;

    /// <summary>True where a human action is a plain fact.</summary>
    public static bool RecordsFacts(this BlameField field) => field is BlameField.Timeline or BlameField.Summary;
}
