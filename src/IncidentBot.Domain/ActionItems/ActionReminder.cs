namespace IncidentBot.Domain.ActionItems;

/// <summary>Which reminder of an action item it is. The names are part of stored keys and never change.</summary>
public enum ActionReminderKind
{
    /// <summary>The request to accept the item, at once.</summary>
    AcceptAsk = 1,

    /// <summary>The same request after 24 hours.</summary>
    AcceptAskAgain = 2,

    /// <summary>7 days before it is due, when that was more than 14 days away.</summary>
    WeekBefore = 3,

    /// <summary>2 days before it is due.</summary>
    TwoDaysBefore = 4,

    /// <summary>On the due date.</summary>
    OnTheDay = 5,

    /// <summary>Every third working day after the due date, three times.</summary>
    Overdue = 6,

    /// <summary>Every Monday after that.</summary>
    OverdueWeekly = 7,

    /// <summary>The end of a snooze.</summary>
    AfterSnooze = 8,

    /// <summary>The owner declined; the lead and the facilitator are asked for another one.</summary>
    OwnerWanted = 9,

    /// <summary>7 days overdue: the facilitator is told.</summary>
    FacilitatorBroughtIn = 10,

    /// <summary>The owner proposed another date; the lead and the facilitator decide.</summary>
    DateProposed = 11,

    /// <summary>Someone helps with it and hears of it once.</summary>
    Helping = 12,
}

/// <summary>One occurrence of a reminder.</summary>
/// <param name="Key">Unique for this occurrence, the same whenever it is computed.</param>
/// <param name="ActionItemId">The action.</param>
/// <param name="Kind">Its kind. All are sent to the owner except <see cref="ActionReminderKind.OwnerWanted"/> (lead and facilitator) and
/// <see cref="ActionReminderKind.FacilitatorBroughtIn"/> (facilitator).</param>
/// <param name="At">When it is due, UTC; quiet hours may delay it.</param>
public sealed record ActionReminder(string Key, Guid ActionItemId, ActionReminderKind Kind, DateTimeOffset At);
