using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>What a DM about an action item is for. The numbers are stored and never change.</summary>
internal enum NoticeKind
{
    /// <summary>Its owner is asked to accept it.</summary>
    Ask = 1,

    /// <summary>Its owner is reminded of its date.</summary>
    Reminder = 2,

    /// <summary>Lead and facilitator are asked for another owner.</summary>
    OwnerWanted = 3,

    /// <summary>The facilitator is told that it is long overdue.</summary>
    LongOverdue = 4,

    /// <summary>Lead and facilitator decide on another date.</summary>
    Proposal = 5,

    /// <summary>Somebody asked for their items.</summary>
    List = 6,

    /// <summary>Its owner is asked whether it worked.</summary>
    Effect = 7,
}

/// <summary>
/// One occurrence of something that one person was told about one action item, written in the save that sends it: it is never
/// told again, and when the item changes, the message that told it is found and changes in place.
/// </summary>
internal sealed class ActionNotice
{
    /// <summary>What was due: the key of a reminder, a proposal, or an answer.</summary>
    public required string Occurrence { get; init; }

    /// <summary>Who was told.</summary>
    public required PersonId Reader { get; init; }

    /// <summary>The message that told it, perhaps with others: the subject of its card.</summary>
    public required string Message { get; init; }

    public required Guid ActionItemId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The card that shows such a message.</summary>
    public static string CardOf(NoticeKind kind) => kind == NoticeKind.Effect ? BotMessageNames.Effect : BotMessageNames.ActionItems;
}
