using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Time;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Sends the draft to people who should sign off, and asks once more after the deadline; not in their quiet hours.</summary>
internal sealed class AskForSignOff(
    IncidentDb db, PostMortemViews views, WriteUpSource source, PeopleDirectory people, IOptions<RemindersOptions> options) : ISweep
{
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(each =>
                each.WriteUp.DraftedAt > since
                && each.Meeting.Invitees.Any(invitee => invitee.SignOffDue != null && invitee.SignedOffAt == null))
            .Select(each => each.IncidentNumber).ToListAsync(cancellationToken);
        foreach (var number in numbers.Order())
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
            if (incident.IsOpen || await views.LoadAsync(incident, cancellationToken) is not { Ok: true, Value: var view })
            {
                continue;
            }

            foreach (var invitee in view.PostMortem.Meeting.Invitees.Where(invitee => invitee.IsSignOffPending).ToList())
            {
                await AskAsync(view, invitee, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AskAsync(PostMortemView view, Invitee invitee, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (person, zone) = (invitee.Person, (await people.FindAsync(invitee.Person, cancellationToken)).Zone);
        var key = $"sign_off:{view.PostMortem.Id:N}:{person}";
        if (options.Value.Quiet.IsQuiet(now, zone))
        {
            return;
        }

        if (await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            await RemindAsync(
                view, invitee, isOver: Zones.DateIn(now, Zones.Find(zone)) > invitee.SignOffDue, $"{key}:again", now, cancellationToken);
            return;
        }

        var (lane, card) = (Lane.Person(person), new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(view.Number, person)));
        var writeUp = await source.OfAsync(view, cancellationToken);
        var file = new UploadFile(
            Address.Person(person), writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), card.Name);
        await db.EnqueueOnceAsync(lane, card, key, now, cancellationToken);
        await db.EnqueueOnceAsync(lane, file, $"{key}:draft", now, cancellationToken);
    }

    /// <summary>Once, when the time is over and the write-up is not published.</summary>
    private async Task RemindAsync(
        PostMortemView view, Invitee invitee, bool isOver, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (isOver && view.PostMortem.WriteUp.PublishedAt is null)
        {
            var sentence = Mrkdwn.Text(
                $"Please read the draft of the post-mortem of {IncidentWords.Title(view.Incident)}. "
                + $"Signing off means you read it and found no errors.");
            var reminder = new MessageContent(sentence, new SectionBlock(sentence), new ActionsBlock(SignOffCard.Button(view)));
            await db.EnqueueOnceAsync(
                Lane.Person(invitee.Person), new Post(Address.Person(invitee.Person), reminder), key, now, cancellationToken);
        }
    }
}
