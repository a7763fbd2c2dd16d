namespace IncidentBot.Domain.Incidents;

/// <summary>Where an incident stands. The numbers are stored and never change.</summary>
public enum IncidentStatus
{
    /// <summary>No one knows the cause yet; every incident starts here.</summary>
    Investigating = 0,

    /// <summary>The cause is known; users are still affected.</summary>
    Identified = 1,

    /// <summary>Users are no longer affected; the repair continues.</summary>
    Mitigated = 2,

    /// <summary>The incident is over; the post-mortem's clock is running.</summary>
    Resolved = 3,

    /// <summary>It was not an incident, or it is a duplicate; it does not count in metrics and needs no post-mortem.</summary>
    Cancelled = 4,
}

/// <summary>The one word and the one emoji of a status, everywhere.</summary>
/// <param name="Status">The status that this row is about.</param>
/// <param name="Word">Its word: "Investigating".</param>
/// <param name="Emoji">Its emoji, with colons: ":mag:".</param>
public sealed record StatusLabel(IncidentStatus Status, string Word, string Emoji)
{
    /// <summary>One row for each status, in the order of an incident's life.</summary>
    public static IReadOnlyList<StatusLabel> All { get; } =
    [
        new(IncidentStatus.Investigating, "Investigating", ":mag:"),
        new(IncidentStatus.Identified, "Identified", ":bulb:"),
        new(IncidentStatus.Mitigated, "Mitigated", ":adhesive_bandage:"),
        new(IncidentStatus.Resolved, "Resolved", ":large_green_circle:"),
        new(IncidentStatus.Cancelled, "Cancelled", ":no_entry_sign:"),
    ];

    /// <summary>The row of one status.</summary>
    /// <param name="status">One of the five.</param>
    public static StatusLabel For(IncidentStatus status) => All[(int)status];

    /// <summary>Reads a status as people type it, in any case.</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <returns>The status, or a refusal about "status" that names the words.</returns>
    public static Result<IncidentStatus> Parse(string? text)
    {
        var found = All.FirstOrDefault(row => row.Word.Equals((text ?? "").Trim(), StringComparison.OrdinalIgnoreCase));
        return found is null
            ? new Refusal("That is not a status. Choose investigating, identified, mitigated, resolved or cancelled.", "status")
            : found.Status;
    }
}
