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

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Sends the draft to people who should sign off, and reminds them once after the deadline; never in their quiet hours.</summary>
internal sealed class AskForSignOff(
    IncidentDb db, PostMortemViews views, WriteUpSource source, PeopleDirectory people, ReminderPosts reminders) : ISweep
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
            if (await views.LoadAsync(number, cancellationToken) is not { Ok: true, Value: { Incident.IsOpen: false } view })
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
        var reader = await people.FindAsync(invitee.Person, cancellationToken);
        var key = $"sign_off:{view.PostMortem.Id:N}:{reader.Id}";
        if (!reminders.CanReach(reader, now))
        {
            return;
        }

        if (await db.Outbox.AnyAsync(row => row.Key == key, cancellationToken))
        {
            var isOver = Zones.DateIn(now, Zones.Find(reader.Zone)) > invitee.SignOffDue;
            if (isOver && view.PostMortem.WriteUp.PublishedAt is null)
            {
                await reminders.SendAsync(reader, new Reminder($"{key}:again", RenderReminder(view)), now, cancellationToken);
            }

            return;
        }

        var lane = Lane.Person(reader.Id);
        var card = new RefreshCard(BotMessageNames.SignOff, SignOffCard.Subject(view.Number, reader.Id));
        var writeUp = await source.OfAsync(view, cancellationToken);
        var file = new UploadFile(
            Address.Person(reader.Id), writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), card.Name);
        await db.EnqueueOnceAsync(lane, card, key, now, cancellationToken);
        await db.EnqueueOnceAsync(lane, file, $"{key}:draft", now, cancellationToken);
    }

    private static MessageContent RenderReminder(PostMortemView view)
    {
        var sentence = Mrkdwn.Text(
            $"Please read the draft of the post-mortem of {IncidentWords.Title(view.Incident)}. "
            + $"Signing off means you read it and found no errors.");
        return new MessageContent(sentence, new SectionBlock(sentence), new ActionsBlock(SignOffCard.Button(view)));
    }
}
