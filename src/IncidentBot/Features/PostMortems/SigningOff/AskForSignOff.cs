using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.WriteUps;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.SigningOff;

/// <summary>Sends the draft to whoever is to sign off, once, and not in their quiet hours.</summary>
internal sealed class AskForSignOff(
    IncidentDb db, Dossiers dossiers, WriteUpSource source, PeopleDirectory people, IOptions<RemindersOptions> options) : ISweep
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(each => each.DraftedAt > since && each.Invitees.Any(invitee => invitee.SignOffDue != null && invitee.SignedOffAt == null))
            .Select(each => each.IncidentNumber).ToListAsync(cancellationToken);
        foreach (var number in numbers.Order())
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
            if (incident.IsOpen || await dossiers.LoadAsync(incident, cancellationToken) is not { Ok: true, Value: var dossier })
            {
                continue;
            }

            foreach (var invitee in dossier.PostMortem.Invitees.Where(invitee => invitee.OwesSignOff).ToList())
            {
                await AskAsync(dossier, invitee.Person, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AskAsync(Dossier dossier, PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = $"sign_off:{dossier.PostMortem.Id:N}:{person}";
        if (options.Value.Quiet.IsQuiet(now, (await people.FindAsync(person, cancellationToken)).Zone)
            || await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            return;
        }

        var (lane, card) = (Lane.Person(person), new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(dossier.Number, person)));
        var writeUp = await source.OfAsync(dossier, cancellationToken);
        var file = new UploadFile(Address.Person(person), writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), card.Name);
        await db.EnqueueOnceAsync(lane, card, key, now, cancellationToken);
        await db.EnqueueOnceAsync(lane, file, $"{key}:draft", now, cancellationToken);
    }
}
