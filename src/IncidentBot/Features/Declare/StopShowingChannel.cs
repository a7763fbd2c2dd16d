using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the closing of the modal that waits for the channel: there is nothing left in which to show its link.</summary>
internal sealed class StopShowingChannel(IncidentDb db, TimeProvider time) : IViewClosedHandler
{
    public async Task HandleAsync(ViewClosed closed, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(closed.View.PrivateMetadata).Number();
        var effect = new ShowChannel(number, closed.View.Id);
        var (lane, kind, payload) = (Lane.Incident(number), EffectKinds.NameOf(effect), OutboxExtensions.PayloadOf(effect));
        var waiting = await db.Outbox
            .Where(row => row.Lane == lane && row.Kind == kind && row.Payload == payload && row.State != LaneRowState.Done)
            .ToListAsync(cancellationToken);
        waiting.ForEach(row => row.MarkDone(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
