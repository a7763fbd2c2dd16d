using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Some weeks after the meeting, lead and facilitator see how the actions are going, unless all are closed. Someone who owns all
/// open ones gets the owner's reminders instead.
/// </summary>
internal sealed class ProgressReviews(IncidentDb db, PostMortemViews views, DueReviews looks, ResponsiblePeople inCharge) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var days in (await looks.AllAsync(cancellationToken)).Where(days => looks.Newest(days, days.Progress, now) is not null))
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == days.Number, cancellationToken);
            if (await views.LoadAsync(incident, cancellationToken) is { Ok: true, Value: var view }
                && view.Actions.Any(action => !action.IsClosed))
            {
                await NotifyAsync(view, days, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task NotifyAsync(PostMortemView view, ReviewDays days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reader in await inCharge.AllAsync(view, cancellationToken))
        {
            var isForOthers = view.Actions.Any(action => !action.IsClosed && action.Owner != reader.Id);
            if (isForOthers && looks.For(reader, days, days.Progress, now) is { } look)
            {
                var key = FormattableString.Invariant($"progress:{view.PostMortem.Id:N}:{look.On:yyyyMMdd}:{reader.Id}");
                var post = new Post(Address.Person(reader.Id), ProgressMessage.Render(view, now));
                await db.EnqueueOnceAsync(Lane.Person(reader.Id), post, key, now, cancellationToken);
            }
        }
    }
}
