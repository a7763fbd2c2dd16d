using IncidentBot.Domain.Timelines;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// The messages of an incident's channel that people parked as questions for the post-mortem, oldest first, without deleted
/// ones.
/// </summary>
internal static class ParkedQuestions
{
    public static async Task<IReadOnlyList<ChannelMessage>> ParkedQuestionsAsync(
        this IncidentDb db, int incidentNumber, CancellationToken cancellationToken) => await db.MessagesOf(incidentNumber).AsNoTracking()
        .Where(message => message.ParkedAt != null && message.DeletedAt == null)
        .OrderBy(message => message.Ts)
        .ToListAsync(cancellationToken);
}
