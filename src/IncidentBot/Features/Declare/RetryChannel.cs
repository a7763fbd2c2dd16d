using System.Globalization;
using IncidentBot.Lanes;
using IncidentBot.Outbox;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Try again" in the DM that says that a channel could not be made: everything that waits for it goes on.</summary>
internal sealed class RetryChannel(IncidentDb db, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var lane = Lane.Incident(int.Parse(request.Action.Data, CultureInfo.InvariantCulture));
        var parked = await db.Outbox.Where(row => row.Lane == lane && row.State == LaneRowState.Parked).ToListAsync(cancellationToken);
        parked.ForEach(row => row.Unpark(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, Mrkdwn.Raw("Trying again. The channel will be in your list in a moment."), cancellationToken);
    }
}
