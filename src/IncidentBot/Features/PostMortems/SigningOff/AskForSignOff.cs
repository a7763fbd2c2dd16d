using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Features.PostMortems.WriteUps;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.SigningOff;

/// <summary>Sends the draft to whoever is to sign off, and asks once more when their day is over; not in their quiet hours.</summary>
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
                await AskAsync(dossier, invitee, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AskAsync(Dossier dossier, Invitee invitee, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (person, zone) = (invitee.Person, (await people.FindAsync(invitee.Person, cancellationToken)).Zone);
        var key = $"sign_off:{dossier.PostMortem.Id:N}:{person}";
        if (options.Value.Quiet.IsQuiet(now, zone))
        {
            return;
        }

        if (await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            await RemindAsync(dossier, invitee, isOver: Zones.DateIn(now, Zones.Find(zone)) > invitee.SignOffDue, $"{key}:again", now, cancellationToken);
            return;
        }

        var (lane, card) = (Lane.Person(person), new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(dossier.Number, person)));
        var writeUp = await source.OfAsync(dossier, cancellationToken);
        var file = new UploadFile(Address.Person(person), writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), card.Name);
        await db.EnqueueOnceAsync(lane, card, key, now, cancellationToken);
        await db.EnqueueOnceAsync(lane, file, $"{key}:draft", now, cancellationToken);
    }

    /// <summary>Once, when its day is over and the write-up still waits to be published.</summary>
    private async Task RemindAsync(Dossier dossier, Invitee invitee, bool isOver, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (isOver && dossier.PostMortem.PublishedAt is null)
        {
            var sentence = Mrkdwn.Text($"Did you find a minute for the draft? What {IncidentWords.Title(dossier.Incident)} changes goes ahead; your sign-off says that you know, and that nothing in it is wrong.");
            var reminder = new MessageContent(sentence, new SectionBlock(sentence), new ActionsBlock(SignOffCard.Button(dossier)));
            await db.EnqueueOnceAsync(Lane.Person(invitee.Person), new Post(Address.Person(invitee.Person), reminder), key, now, cancellationToken);
        }
    }
}
