using IncidentBot.Domain.PostMortems;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>Three weeks after the meeting lead and facilitator see how the actions get on, unless all are closed (R119).</summary>
internal sealed class AskProgress(IncidentDb db, Dossiers dossiers, DueLooks looks, InCharge inCharge) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var days in await looks.OfAsync(FollowUpKind.Progress, now, cancellationToken))
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
            if (looks.For(reader, days, FollowUpKind.Progress, now) is { } look)
            {
                var key = FormattableString.Invariant($"progress:{dossier.PostMortem.Id:N}:{look.On:yyyyMMdd}:{reader.Id}");
                var post = new Post(Address.Person(reader.Id), ProgressMessage.Render(dossier, now));
                await db.EnqueueOnceAsync(Lane.Person(reader.Id), post, key, now, cancellationToken);
            }
        }
    }
}
