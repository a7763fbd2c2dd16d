using System.Globalization;
using IncidentBot.Lanes;
using IncidentBot.Outbox;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Try again" in the DM that says that a channel could not be made: everything that waits for it goes on.</summary>
internal sealed class RetryChannel(IncidentDb db, Access access, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = int.Parse(request.Action.Data, CultureInfo.InvariantCulture);
        if (await access.FindOrTellAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        var now = time.GetUtcNow();
        var lane = Lane.Incident(number);
        var parked = await db.Outbox.Where(row => row.Lane == lane && row.State == LaneRowState.Parked).ToListAsync(cancellationToken);
        parked.ForEach(row => row.Unpark(now));
        db.RefreshSurfaces(incident, now);
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, Mrkdwn.Raw("Trying again. The channel will be in your list in a moment."), cancellationToken);
    }
}
