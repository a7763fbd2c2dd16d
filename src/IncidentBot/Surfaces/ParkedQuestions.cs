using IncidentBot.Domain.Timelines;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Surfaces;

/// <summary>The messages of an incident's channel that people put aside as questions for the post-mortem, oldest first; deleted ones are left out.</summary>
internal static class ParkedQuestions
{
    public static async Task<IReadOnlyList<ChannelMessage>> ParkedQuestionsAsync(
        this IncidentDb db, int incidentNumber, CancellationToken cancellationToken) => await db.ChannelMessages.AsNoTracking()
        .Where(message => message.ParkedAt != null && message.DeletedAt == null)
        .Where(message => db.Channels.Any(channel => channel.IncidentNumber == incidentNumber && channel.ChannelId == message.Channel))
        .OrderBy(message => message.Ts)
        .ToListAsync(cancellationToken);
}
