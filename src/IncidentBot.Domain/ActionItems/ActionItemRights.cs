namespace IncidentBot.Domain.ActionItems;

/// <summary>
/// Who may change an action item. Its owner, its helpers, the incident's lead and the facilitator may change its state; the owner,
/// the lead and the facilitator may reassign it.
/// </summary>
/// <param name="Lead">The incident's lead, if it has one.</param>
/// <param name="Facilitator">The post-mortem's facilitator, if it has one.</param>
public sealed record ActionItemRights(PersonId? Lead, PersonId? Facilitator)
{
    /// <summary>Someone who was asked in place of one of them, and may therefore answer too; usually null.</summary>
    public PersonId? StandIn { get; init; }

    /// <summary>
    /// The responsible people; while there is neither lead nor facilitator, the declarer of the incident stands in.
    /// </summary>
    /// <param name="lead">The incident's lead, if it has one.</param>
    /// <param name="facilitator">The post-mortem's facilitator, if it has one.</param>
    /// <param name="declarer">Who declared the incident.</param>
    public static ActionItemRights Of(PersonId? lead, PersonId? facilitator, PersonId declarer) =>
        new(lead ?? (facilitator is null ? declarer : null), facilitator);

    /// <summary>Whether a person may start, block, complete, drop or snooze it, or change its due date.</summary>
    /// <param name="item">The action.</param>
    /// <param name="person">Who asks.</param>
    public bool MayChangeState(ActionItem item, PersonId person) => MayReassign(item, person) || item.Helpers.Contains(person);

    /// <summary>Whether a person may give it to someone else.</summary>
    /// <param name="item">The action.</param>
    /// <param name="person">Who asks.</param>
    public bool MayReassign(ActionItem item, PersonId person) => person == item.Owner || IsInCharge(person);

    /// <summary>Whether a person may agree to a proposed date: lead and facilitator.</summary>
    /// <param name="person">Who asks.</param>
    public bool IsInCharge(PersonId person) => person == Lead || person == Facilitator || person == StandIn;
}
