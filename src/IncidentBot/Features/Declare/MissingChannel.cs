using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Continues everything that waits for a channel, after "Try again" or "Use that channel".</summary>
internal sealed class MissingChannel(IncidentDb db, ISlackApi slack, Replies replies, TimeProvider time)
{
    /// <summary>Releases the lane, and answers the person who pressed the button. Saves.</summary>
    public async Task ContinueAsync(BlockActionRequest request, Incident incident, Mrkdwn sentence, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lane = Lane.Incident(incident.Number);
        var parked = await db.Outbox.Where(row => row.Lane == lane && row.State == LaneRowState.Parked).ToListAsync(cancellationToken);
        parked.ForEach(row => row.Unpark(now));
        db.RefreshCards(incident, now);
        if (request.View is { } view)
        {
            db.Enqueue(lane, new ShowChannel(incident.Number, view.Id), now);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (request.View is { } open)
        {
            await slack.SendAsync(new ViewsUpdate(DeclaredModal.Render(incident, null)) { ViewId = open.Id }, cancellationToken);
            return;
        }

        await replies.ReplaceAsync(request, sentence, cancellationToken);
    }
}
