using IncidentBot.Domain.Language;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.ActionItems;

/// <content>
/// From open to closed. The owner, the helpers, the lead and the facilitator may use each method
/// (<see cref="ActionItemRights.MayChangeState"/>). It is refused for others and for closed items, and changes nothing when repeated.
/// An owner who starts work accepts the item.
/// </content>
public sealed partial class ActionItem
{
    /// <summary>When the daily reminders are sent, in the owner's time zone.</summary>
    public static TimeOnly ReminderTime { get; } = new(9, 30);

    /// <summary>Work starts, or continues after the item was blocked.</summary>
    /// <param name="by">Who changes it.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC.</param>
    public Result Start(PersonId by, ActionItemRights rights, DateTimeOffset now) =>
        ChangeState(ActionState.InProgress, null, by, rights, now, "in progress");

    /// <summary>Marks it as blocked.</summary>
    /// <param name="reason">What it waits for; 1 to <see cref="ActionLimits.Reason"/> characters.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Also refused without a reason ("reason").</returns>
    public Result Block(string reason, PersonId by, ActionItemRights rights, DateTimeOffset now) =>
        CheckReason(reason, "Say what the action is waiting for.") is { } refusal
            ? refusal
            : ChangeState(ActionState.Blocked, TextRule.Clean(reason), by, rights, now, $"blocked: {TextRule.Clean(reason)}");

    /// <summary>Marks it as done; no further reminders.</summary>
    /// <param name="by">Who changes it.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC.</param>
    public Result Complete(PersonId by, ActionItemRights rights, DateTimeOffset now) =>
        ChangeState(ActionState.Done, null, by, rights, now, "done");

    /// <summary>Drops it: no further reminders, and room for another action item.</summary>
    /// <param name="reason">Why; 1 to <see cref="ActionLimits.Reason"/> characters.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Also refused without a reason ("reason").</returns>
    public Result Drop(string reason, PersonId by, ActionItemRights rights, DateTimeOffset now) =>
        CheckReason(reason, "Say why the action is dropped.") is { } refusal
            ? refusal
            : ChangeState(ActionState.Dropped, TextRule.Clean(reason), by, rights, now, $"dropped: {TextRule.Clean(reason)}");

    /// <summary>
    /// Reopens an item that was closed too early; its reminders continue. An item in progress or blocked counts as not started again.
    /// </summary>
    /// <param name="by">Who changes it.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC.</param>
    public Result Reopen(PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if (!rights.MayChangeState(this, by))
        {
            return NotYours();
        }

        if (IsClosed)
        {
            (State, StateReason, ClosedAt, ClosedBy, DueSetAt) = (ActionState.Open, null, null, null, now.ToUniversalTime());
            ClearVerdict();
            Record(by, now, "reopened");
        }
        else if (State != ActionState.Open)
        {
            (State, StateReason) = (ActionState.Open, null);
            Record(by, now, "not started");
        }

        return Result.Accepted;
    }

    /// <summary>Snoozes the reminders. One reminder is sent at the end, then the usual ones continue. The snooze is recorded.</summary>
    /// <param name="length">How long.</param>
    /// <param name="by">Who snoozes.</param>
    /// <param name="rights">Who may.</param>
    /// <param name="now">When, UTC. The snooze ends that many days later, at <see cref="ReminderTime"/>.</param>
    public Result Snooze(SnoozeLength length, PersonId by, ActionItemRights rights, DateTimeOffset now)
    {
        if (Check(by, rights) is { } refusal)
        {
            return refusal;
        }

        var zone = Zones.Find(DueZone);
        var day = Zones.DateIn(now, zone).AddDays((int)length);
        var until = Zones.ToUtc(day.ToDateTime(ReminderTime), zone);
        if (until != SnoozedUntil)
        {
            SnoozedUntil = until;
            Record(by, now, $"snoozed until {Day(day)}");
        }

        return Result.Accepted;
    }

    private Result ChangeState(ActionState to, string? reason, PersonId by, ActionItemRights rights, DateTimeOffset now, string what)
    {
        var isRepeated = State == to && StateReason == reason;
        if ((isRepeated ? CheckRight(by, rights) : Check(by, rights)) is { } refusal)
        {
            return refusal;
        }

        if (isRepeated)
        {
            return Result.Accepted;
        }

        (State, StateReason) = (to, reason);
        AcceptedAt = by == Owner && !NeedsOwner ? AcceptedAt ?? now.ToUniversalTime() : AcceptedAt;
        (ClosedAt, ClosedBy) = IsClosed ? (now.ToUniversalTime(), by) : (default(DateTimeOffset?), default(PersonId?));
        Record(by, now, what);
        return Result.Accepted;
    }

    private Refusal? Check(PersonId by, ActionItemRights rights) => CheckRight(by, rights) ?? CheckNotClosed();

    private Refusal? CheckRight(PersonId by, ActionItemRights rights) => rights.MayChangeState(this, by) ? null : NotYours();

    private Refusal? CheckNotClosed() => IsClosed
        ? new Refusal(State == ActionState.Done ? "The action is already done." : "The action was dropped. Reopen it first.")
        : null;

    private static Refusal NotYours() =>
        new("Only the owner, the helpers, the incident's lead and the facilitator can change this action. Ask one of them.");

    private static Refusal? CheckReason(string reason, string whenEmpty) =>
        TextRule.Required(reason, ActionLimits.Reason, "reason", whenEmpty);
}
