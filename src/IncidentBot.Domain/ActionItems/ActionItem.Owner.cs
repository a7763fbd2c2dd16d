using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.ActionItems;

/// <content>The owner accepts, or someone else takes over.</content>
public sealed partial class ActionItem
{
    /// <summary>The owner accepts, even after declining earlier.</summary>
    /// <param name="by">Who accepts.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for anyone but the owner, and when it is closed.</returns>
    public Result Accept(PersonId by, DateTimeOffset now)
    {
        if (CheckIsOwner(by) is { } refusal)
        {
            return refusal;
        }

        if (AcceptedAt is null || NeedsOwner)
        {
            (AcceptedAt, DeclinedBy, DeclinedAt) = (now.ToUniversalTime(), null, null);
            Record(by, now, "accepted");
        }

        return Result.Accepted;
    }

    /// <summary>The owner declines: the lead and the facilitator are asked for another owner.</summary>
    /// <param name="by">Who declines.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for anyone but the owner, and when it is closed.</returns>
    public Result Decline(PersonId by, DateTimeOffset now)
    {
        if (CheckIsOwner(by) is { } refusal)
        {
            return refusal;
        }

        if (!NeedsOwner)
        {
            (AcceptedAt, DeclinedBy, DeclinedAt) = (null, Owner, now.ToUniversalTime());
            ClearProposal();
            Record(by, now, "declined: needs another owner");
        }

        return Result.Accepted;
    }

    /// <summary>Gives it to someone else, who is then asked to accept it. The due date stays.</summary>
    /// <param name="owner">Who owns it from now on.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="rights">Owner, lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others, for a bot or a deactivated account ("owner"), and when it is closed.</returns>
    public Result Reassign(ActionOwner owner, PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        var refusal = rights.MayReassign(this, by)
            ? CheckNotClosed() ?? ActionDraft.CheckOwner(owner)
            : new Refusal("Only the owner, the incident's lead and the facilitator can reassign this action. Ask one of them.");
        if (refusal is not null)
        {
            return refusal;
        }

        if (owner.Id != Owner || NeedsOwner)
        {
            AssignTo(owner, now);
            Record(by, now, $"reassigned to {owner.Id}", owner.Id);
        }

        return Result.Accepted;
    }

    /// <summary>Gives it to the lead because the owner's account was deactivated, or because they left the private channel.</summary>
    /// <param name="lead">The incident's lead, or the lead's stand-in.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="hasLeftChannel">The owner still has an account, but can't see the incident any more.</param>
    /// <returns>Always accepted; a closed item keeps its owner.</returns>
    public Result HandOver(ActionOwner lead, DateTimeOffset now, bool hasLeftChannel = false)
    {
        if (!IsClosed && lead.Id != Owner)
        {
            var before = Owner;
            AssignTo(lead, now);
            var reason = hasLeftChannel ? $"{before} left the private channel" : $"the account of {before} is deactivated";
            Record(null, now, $"reassigned to {lead.Id}: {reason}", lead.Id, before);
        }

        return Result.Accepted;
    }

    /// <summary>Changes text, helpers, priority, effort, metric, ticket and rank; owner and date have methods of their own.</summary>
    /// <param name="draft">The new values; its owner and due date are ignored.</param>
    /// <param name="metricRequired">Whether the incident's severity asks for a success metric.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="rights">Owner, helpers, lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others, when closed, and for what <see cref="ActionDraft.Check"/> refuses.</returns>
    public Result Edit(ActionDraft draft, bool metricRequired, PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if ((Check(by, rights) ?? ActionDraft.CheckText(draft.Text) ?? draft.CheckDetails(metricRequired)) is { } refusal)
        {
            return refusal;
        }

        (Text, Rank) = (TextRule.Clean(draft.Text), draft.Rank);
        SetDetails(draft);
        Record(by, now, Edited);
        return Result.Accepted;
    }

    private Refusal? CheckIsOwner(PersonId by) => by == Owner
        ? CheckNotClosed()
        : new Refusal("Only the action's owner can answer this.");

    private void AssignTo(ActionOwner owner, DateTimeOffset now)
    {
        (Owner, DueZone) = (owner.Id, owner.Zone);
        AssignedAt = DueSetAt = now.ToUniversalTime();
        (AcceptedAt, DeclinedBy, DeclinedAt, SnoozedUntil) = (null, null, null, null);
        State = State == ActionState.InProgress ? ActionState.Open : State;
        ClearProposal();
        _helpers.Remove(owner.Id);
    }
}
