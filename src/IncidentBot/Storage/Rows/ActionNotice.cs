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

    /// <summary>The facilitator hears that it is long overdue.</summary>
    LongOverdue = 4,

    /// <summary>Lead and facilitator decide on another date.</summary>
    Proposal = 5,

    /// <summary>The person asked for their items.</summary>
    List = 6,

    /// <summary>Its owner is asked whether it worked.</summary>
    Effect = 7,

    /// <summary>Someone who helps hears of it, and is reminded while it is overdue.</summary>
    Helper = 8,
}

/// <summary>
/// One notification of one person about one action item, saved together with the message that carries it, so that it is never
/// sent twice. When the item changes, the message is found and updated in place.
/// </summary>
internal sealed class ActionNotice
{
    /// <summary>What was due: the key of a reminder, a proposal, or an answer.</summary>
    public required string Occurrence { get; init; }

    /// <summary>Who was told.</summary>
    public required PersonId Reader { get; init; }

    /// <summary>The message that carries it, perhaps with others: the subject of its card.</summary>
    public required string Message { get; init; }

    public required Guid ActionItemId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateTimeOffset SentAt { get; set; }

    /// <summary>The card that shows such a message.</summary>
    public static string CardOf(NoticeKind kind) => kind == NoticeKind.Effect ? BotMessageNames.Effect : BotMessageNames.ActionItems;
}
