using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

internal sealed class ShowChannelSender(IncidentDb db, ISlackApi slack) : IEffectSender<ShowChannel>
{
    public async Task<EffectResult> SendAsync(ShowChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking()
            .SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        var channel = await db.Channels.FindAsync([effect.IncidentNumber], cancellationToken);
        var due = await db.PostMortems.Where(postMortem => postMortem.IncidentNumber == incident.Number)
            .Select(postMortem => postMortem.DueAt).SingleOrDefaultAsync(cancellationToken);
        var failure = await FailureAsync(effect.IncidentNumber, cancellationToken);
        var modal = DeclaredModal.Render(incident, channel, due, failure);
        var response = await slack.SendAsync(new ViewsUpdate(modal) { ViewId = effect.ViewId }, cancellationToken);
        return response.Ok || response.Kind is SlackErrorKind.UserTiming ? EffectResult.Done : EffectResult.From(response);
    }

    /// <summary>Why the channel couldn't be created; null if it was. The attempt comes before this row in the lane.</summary>
    private Task<string?> FailureAsync(int number, CancellationToken cancellationToken)
    {
        var (lane, kind) = (Lane.Incident(number), EffectKinds.NameOf(new CreateChannel(number)));
        return db.Outbox.Where(row => row.Lane == lane && row.Kind == kind && row.State == LaneRowState.Parked)
            .Select(row => row.Error).FirstOrDefaultAsync(cancellationToken);
    }
}
