using IncidentBot.Domain;
using IncidentBot.Storage;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Direct messages to guests and to people of other organisations show no button, because every press would be refused.</summary>
internal static class GuestMessages
{
    /// <summary>Takes the place of the buttons.</summary>
    public const string AskAMember = "You can't use buttons here. Please ask a member of this workspace.";

    /// <summary>The message as its reader gets it; unchanged in channels and for members.</summary>
    public static async Task<MessageContent> ForReaderAsync(
        this IncidentDb db, MessageContent content, string place, CancellationToken cancellationToken) =>
        place[0] is 'U' or 'W' && await db.People.FindAsync([new PersonId(place)], cancellationToken) is { OnlyReads: true }
            ? content.ReadOnly(AskAMember)
            : content;
}
