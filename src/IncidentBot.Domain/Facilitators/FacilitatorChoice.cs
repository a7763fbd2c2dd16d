namespace IncidentBot.Domain.Facilitators;

/// <summary>How involved someone was in an incident, as far as it matters for facilitating.</summary>
/// <param name="LedIncident">They lead or led the incident.</param>
/// <param name="ShippedTheChange">They shipped the change that triggered it.</param>
/// <param name="DiagnosedIt">They diagnosed it.</param>
/// <param name="HeldARole">They held another role: communications, scribe.</param>
/// <param name="MessagesPosted">How many messages they posted in its channel; not negative.</param>
public sealed record Involvement(bool LedIncident, bool ShippedTheChange, bool DiagnosedIt, bool HeldARole, int MessagesPosted)
{
    /// <summary>Not involved at all.</summary>
    public static Involvement None { get; } = new(false, false, false, false, 0);
}

/// <summary>Whether someone was uninvolved enough to facilitate the post-mortem.</summary>
/// <param name="Fits">False only causes a warning, because a small team may have no one else.</param>
/// <param name="Reason">A clause to show beside the name, in the third person: "led this incident", "posted 41 messages".</param>
public sealed record FacilitatorFit(bool Fits, string Reason)
{
    /// <summary>The reason, addressed to that person: "you led this incident", "you posted 41 messages in this incident".</summary>
    public string ReasonForThemselves =>
        Reason.StartsWith("posted", StringComparison.Ordinal) ? $"you {Reason} in this incident" : $"you {Reason}";
}

/// <summary>Someone in the opt-in pool.</summary>
/// <param name="Person">Who.</param>
/// <param name="LastAskedAt">When they were last asked, UTC; null when never.</param>
/// <param name="Involvement">How involved they were in the incident.</param>
public sealed record FacilitatorCandidate(PersonId Person, DateTimeOffset? LastAskedAt, Involvement Involvement);

/// <summary>
/// The facilitator should not have been involved in the incident. People who choose someone or volunteer are warned; the automatic
/// choice skips people who were too involved. With an empty pool, no one is asked.
/// </summary>
public static class FacilitatorChoice
{
    /// <summary>More messages in the channel than this count as being involved.</summary>
    public const int ManyMessages = 10;

    /// <summary>Says whether one person should facilitate, and why not.</summary>
    /// <param name="involvement">How involved they were in the incident.</param>
    /// <param name="manyMessages">The setting; <see cref="ManyMessages"/> by default.</param>
    /// <returns>The strongest reason against them, or that they were not involved.</returns>
    public static FacilitatorFit FitOf(Involvement involvement, int manyMessages = ManyMessages) => involvement switch
    {
        { LedIncident: true } => new(false, "led this incident"),
        { ShippedTheChange: true } => new(false, "shipped the change"),
        { DiagnosedIt: true } => new(false, "diagnosed the incident"),
        { HeldARole: true } => new(false, "had a role in this incident"),
        { MessagesPosted: var posted } when posted > manyMessages => new(false, $"posted {posted} messages"),
        { MessagesPosted: 0 } => new(true, "wasn't involved"),
        { MessagesPosted: 1 } => new(true, "posted 1 message"),
        { MessagesPosted: var posted } => new(true, $"posted {posted} messages"),
    };

    /// <summary>Chooses the member who fits and was asked least recently; people never asked come first, then by id.</summary>
    /// <param name="pool">Who opted in; empty for a team without a pool.</param>
    /// <param name="declined">Who said "not me" for this incident.</param>
    /// <param name="manyMessages">The setting; <see cref="ManyMessages"/> by default.</param>
    /// <returns>Null when the pool is empty or no one in it fits; people can still volunteer or be picked by hand.</returns>
    public static PersonId? Choose(
        IEnumerable<FacilitatorCandidate> pool, IReadOnlyCollection<PersonId> declined, int manyMessages = ManyMessages) =>
        pool.Where(member => !declined.Contains(member.Person) && FitOf(member.Involvement, manyMessages).Fits)
            .OrderBy(member => member.LastAskedAt ?? DateTimeOffset.MinValue)
            .ThenBy(member => member.Person.Value, StringComparer.Ordinal)
            .Select(member => (PersonId?)member.Person)
            .FirstOrDefault();
}
