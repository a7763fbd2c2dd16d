namespace IncidentBot.Domain.PostMortems;

/// <summary>
/// Who may waive, publish, answer corrections, ask people before the meeting and archive: lead, facilitator and admins; and who may answer
/// the recurrence check. Everything else is open to members of the channel. While there is neither lead nor facilitator, the declarer
/// stands in for them.
/// </summary>
/// <param name="Lead">The incident's lead, if it has one.</param>
/// <param name="Facilitator">The post-mortem's facilitator, if it has one.</param>
/// <param name="AnyMember">Whether every member may, because none of the others is left.</param>
public sealed record PostMortemRights(PersonId? Lead, PersonId? Facilitator, bool AnyMember = false)
{
    /// <summary>Who declared the incident; asked when there is neither lead nor facilitator. Null when they have left.</summary>
    public PersonId? Declarer { get; init; }

    /// <summary>Whether a person may waive the post-mortem.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayWaive(PersonId person, bool isAdmin) => May(person, isAdmin, "waive the post-mortem");

    /// <summary>Whether a person may publish the write-up or a correction.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayPublish(PersonId person, bool isAdmin) => May(person, isAdmin, "publish the write-up");

    /// <summary>Whether a person may accept or decline a correction.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayAnswerCorrections(PersonId person, bool isAdmin) => May(person, isAdmin, "answer a correction");

    /// <summary>Whether a person may ask others questions before the meeting, and read what they answered.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayAskBeforeMeeting(PersonId person, bool isAdmin) => May(person, isAdmin, "ask people before the meeting");

    /// <summary>Whether a person may archive the channel, which can't be undone here.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="isAdmin">An admin of the workspace.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayArchive(PersonId person, bool isAdmin) => May(person, isAdmin, "archive the channel");

    /// <summary>
    /// Whether a person may answer the recurrence check: lead, facilitator, or the declarer, who may have been asked instead.
    /// </summary>
    /// <param name="person">Who answers.</param>
    /// <returns>A refusal that says who may; accepted otherwise.</returns>
    public Result MayAnswerRecurrence(PersonId person) =>
        person == Lead || person == Facilitator || person == Declarer
            ? Result.Accepted
            : new Refusal("Only the lead, the facilitator or the person who declared the incident can answer this. Ask one of them.");

    private bool HasStandIn => Lead is null && Facilitator is null;

    private Result May(PersonId person, bool isAdmin, string what) =>
        AnyMember || isAdmin || person == Lead || person == Facilitator || (HasStandIn && person == Declarer)
            ? Result.Accepted
            : new Refusal($"Only {Names()} can {what}. Ask one of them.");

    private string Names() => this switch
    {
        { HasStandIn: false } => "the lead, the facilitator or an admin",
        { Declarer: not null } => "the person who declared the incident or an admin",
        _ => "an admin",
    };
}
