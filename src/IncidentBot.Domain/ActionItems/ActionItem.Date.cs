using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.ActionItems;

/// <content>Changes of the due date: proposed by the owner and then agreed to, or set with a reason.</content>
public sealed partial class ActionItem
{
    /// <summary>The owner proposes another due date.</summary>
    /// <param name="date">The new due date, in the owner's zone.</param>
    /// <param name="reason">Why; 1 to <see cref="ActionLimits.Reason"/> characters.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for anyone but the owner, for a date in the past ("due"), without a reason ("reason"), and when closed.</returns>
    public Result ProposeDate(DateOnly date, string reason, PersonId by, DateTimeOffset now)
    {
        if ((CheckIsOwner(by) ?? CheckNewDate(date, reason, now)) is { } refusal)
        {
            return refusal;
        }

        if (ProposedDate != date || ProposalReason != TextRule.Clean(reason))
        {
            (ProposedDate, ProposalReason, ProposedAt) = (date, TextRule.Clean(reason), now.ToUniversalTime());
            Record(by, now, $"proposed {Day(date)}: {ProposalReason}");
        }

        return Result.Accepted;
    }

    /// <summary>The lead or the facilitator agrees to the proposed date. It becomes the due date, and the item is accepted.</summary>
    /// <param name="by">Who agrees.</param>
    /// <param name="rights">Lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others, when closed, and when the date has passed ("due"). Without a proposal nothing changes.</returns>
    public Result AcceptProposal(PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if (ProposedDate is not { } date)
        {
            return Result.Accepted;
        }

        if ((CheckInCharge(by, rights) ?? CheckNotClosed() ?? ActionDraft.CheckDue(date, DueZone, now)) is { } refusal)
        {
            return refusal;
        }

        SetDue(date, now);
        AcceptedAt ??= now.ToUniversalTime();
        Record(by, now, $"agreed to the proposed date: due {Day(date)}");
        return Result.Accepted;
    }

    /// <summary>The lead or the facilitator rejects the proposal; the due date stays.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="rights">Lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others. Without a proposal nothing changes.</returns>
    public Result KeepDate(PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if (ProposedDate is null)
        {
            return Result.Accepted;
        }

        if (CheckInCharge(by, rights) is { } refusal)
        {
            return refusal;
        }

        ClearProposal();
        Record(by, now, $"kept the due date: {Day(DueDate)}");
        return Result.Accepted;
    }

    /// <summary>Sets another due date.</summary>
    /// <param name="date">The new due date, in the owner's zone.</param>
    /// <param name="reason">Why; 1 to <see cref="ActionLimits.Reason"/> characters.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="rights">Owner, helpers, lead and facilitator may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused for others, for a date in the past ("due"), without a reason ("reason"), and when closed.</returns>
    public Result NewDate(DateOnly date, string reason, PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if ((Check(by, rights) ?? CheckNewDate(date, reason, now)) is { } refusal)
        {
            return refusal;
        }

        if (date != DueDate)
        {
            var before = DueDate;
            SetDue(date, now);
            Record(by, now, $"due {Day(before)} -> {Day(date)}: {TextRule.Clean(reason)}");
        }

        return Result.Accepted;
    }

    private void SetDue(DateOnly date, DateTimeOffset now)
    {
        (DueDate, DueSetAt, SnoozedUntil) = (date, now.ToUniversalTime(), null);
        ClearProposal();
    }

    private void ClearProposal() => (ProposedDate, ProposalReason, ProposedAt) = (null, null, null);

    private Refusal? CheckNewDate(DateOnly date, string reason, DateTimeOffset now) =>
        ActionDraft.CheckDue(date, DueZone, now) ?? CheckReason(reason, "Say why the date should change.");

    private static Refusal? CheckInCharge(PersonId by, ActionItemRights rights) => rights.IsInCharge(by)
        ? null
        : new Refusal("Only the incident's lead and the facilitator can decide on a proposed date. Ask one of them.");
}
