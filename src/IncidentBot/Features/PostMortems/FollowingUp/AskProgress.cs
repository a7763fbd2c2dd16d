using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>
/// Some weeks after the meeting lead and facilitator see how the actions get on, unless all are closed (R119). Who owns all that
/// is open is reminded of it as its owner.
/// </summary>
internal sealed class AskProgress(IncidentDb db, Dossiers dossiers, DueLooks looks, InCharge inCharge) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var days in (await looks.AllAsync(cancellationToken)).Where(days => looks.Newest(days, days.Progress, now) is not null))
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == days.Number, cancellationToken);
            if (await dossiers.LoadAsync(incident, cancellationToken) is { Ok: true, Value: var dossier } && dossier.Actions.Any(action => !action.IsClosed))
            {
                await TellAsync(dossier, days, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task TellAsync(Dossier dossier, LookDays days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reader in await inCharge.AllAsync(dossier, cancellationToken))
        {
            var isForOthers = dossier.Actions.Any(action => !action.IsClosed && action.Owner != reader.Id);
            if (isForOthers && looks.For(reader, days, days.Progress, now) is { } look)
            {
                var key = FormattableString.Invariant($"progress:{dossier.PostMortem.Id:N}:{look.On:yyyyMMdd}:{reader.Id}");
                var post = new Post(Address.Person(reader.Id), ProgressMessage.Render(dossier, now));
                await db.EnqueueOnceAsync(Lane.Person(reader.Id), post, key, now, cancellationToken);
            }
        }
    }
}
