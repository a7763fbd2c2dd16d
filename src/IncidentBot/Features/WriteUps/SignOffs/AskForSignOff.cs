using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Time;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>
/// Sends the draft to people who should sign off, and reminds them after the deadline. When they still don't answer, the lead and the
/// facilitator are asked.
/// </summary>
internal sealed class AskForSignOff(
    IncidentDb db, DraftFiles drafts, ResponsiblePeople responsible, PeopleDirectory people, IOptions<RemindersOptions> options)
    : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.WriteUp.DraftedAt != null
                && postMortem.Meeting.Invitees.Any(invitee => invitee.SignOffDue != null && invitee.SignedOffAt == null)
            orderby incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var each in waiting)
        {
            foreach (var invitee in each.postMortem.Meeting.Invitees.Where(invitee => invitee.IsSignOffPending))
            {
                var reader = await people.FindAsync(invitee.Person, cancellationToken);
                var key = $"sign_off:{each.postMortem.Id:N}:{reader.Id}";
                if (ReminderOf(reader, invitee, now) is not { } reminder)
                {
                    reminders.AddRange(await DraftAsync(reader, key, each.incident.Number, cancellationToken));
                }
                else if (!reminder.IsForTheLead)
                {
                    reminders.Add(Again(reader, key, each.incident.Number, reminder.On));
                }
                else
                {
                    var others = await responsible.AllAsync(each.incident, each.postMortem.Facilitator, cancellationToken);
                    reminders.AddRange(others.Select(other => Missing(other, reader, key, each.incident.Number, reminder.On)));
                }
            }
        }

        return reminders;
    }

    private SignOffReminder? ReminderOf(Person reader, Invitee invitee, DateTimeOffset now) => SignOffReminder.Newest(
        invitee.SignOffDue ?? default, options.Value.Quiet.Calendar, Zones.DateIn(now, Zones.Find(reader.Zone)));

    private async Task<IReadOnlyList<DueReminder>> DraftAsync(
        Person reader, string key, int number, CancellationToken cancellationToken)
    {
        var subject = SignOffCard.Subject(number, reader.Id);
        if (await drafts.FindAsync(reader, key, number, BotMessageNames.Card(BotMessageNames.SignOff, subject), cancellationToken)
            is not { } file)
        {
            return [];
        }

        return
        [
            new DueReminder(reader, key, BotMessageNames.SignOff, subject) { Incidents = [number], IsAtOnce = true, Following = [file] },
        ];
    }

    private static DueReminder Again(Person reader, string key, int number, DateOnly day) =>
        new(
            reader,
            FormattableString.Invariant($"{key}:{day:yyyyMMdd}"),
            BotMessageNames.SignOff,
            SignOffCard.Subject(number, reader.Id, day))
        {
            Incidents = [number],
        };

    private static DueReminder Missing(Person reader, Person absent, string key, int number, DateOnly day) => new(
        reader,
        FormattableString.Invariant($"{key}:{day:yyyyMMdd}:{reader.Id}"),
        BotMessageNames.MissingSignOff,
        ButtonValue.Write(number, absent.Id, reader.Id))
    {
        Incidents = [number],
    };
}

/// <summary>The draft as a file under someone's request to sign off, while they have not got it.</summary>
internal sealed class DraftFiles(IncidentDb db, PostMortemViews views, WriteUpSource source)
{
    public async Task<IEffect?> FindAsync(
        Person reader, string occurrence, int number, string under, CancellationToken cancellationToken)
    {
        if (await db.ReminderLines.AnyAsync(line => line.Occurrence == occurrence && line.Message != null, cancellationToken)
            || await db.Outbox.AnyAsync(row => row.Key == occurrence, cancellationToken)
            || await views.LoadAsync(number, cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var writeUp = await source.OfAsync(view, cancellationToken);
        return new UploadFile(
            Address.Person(reader.Id), writeUp.FileName, "Draft of the post-mortem", WriteUpMarkdown.Render(writeUp), under);
    }
}
