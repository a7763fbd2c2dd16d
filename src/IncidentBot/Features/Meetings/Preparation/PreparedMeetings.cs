using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Finds the meeting for which people were asked.</summary>
internal static class PreparedMeetings
{
    /// <summary>The post-mortem of the incident, or of the one that covers it since people were asked.</summary>
    public static async Task<PostMortem> MeetingForAsync(this IncidentDb db, int number, CancellationToken cancellationToken)
    {
        var own = await db.PostMortems.AsNoTracking().SingleAsync(each => each.IncidentNumber == number, cancellationToken);
        return own.CoveredBy is { } carrier
            && await db.PostMortems.AsNoTracking().SingleOrDefaultAsync(each => each.IncidentNumber == carrier, cancellationToken)
                is { } covering
            ? covering
            : own;
    }
}
