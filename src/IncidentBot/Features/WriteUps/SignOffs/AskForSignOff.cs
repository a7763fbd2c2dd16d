using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Features.WriteUps.Corrections;
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
        var waiting = await WaitingAsync(cancellationToken);
        var pending = waiting.SelectMany(
            each => each.PostMortem.Meeting.Invitees.Where(invitee => invitee.IsSignOffPending),
            (each, invitee) => (each.Incident, each.PostMortem, Invitee: invitee)).ToList();
        await responsible.ReadAsync(waiting.Select(each => (each.Incident, each.PostMortem.Facilitator)), cancellationToken);
        var readers = await people.FindAllAsync(pending.Select(each => each.Invitee.Person), cancellationToken);
        var sent = await drafts.SentAsync(
            [.. pending.Select(each => KeyOf(each.PostMortem, each.Invitee.Person))], cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var (incident, postMortem, invitee) in pending)
        {
            var (reader, key) = (readers[invitee.Person], KeyOf(postMortem, invitee.Person));
            if (ReminderOf(reader, invitee, now) is not { } reminder)
            {
                reminders.AddRange(sent.Contains(key) ? [] : await DraftAsync(reader, key, incident.Number, cancellationToken));
            }
            else if (!reminder.IsForTheLead)
            {
                reminders.Add(Again(reader, key, incident.Number, reminder.On));
            }
            else
            {
                var others = await responsible.AllAsync(incident, postMortem.Facilitator, cancellationToken);
                reminders.AddRange(others.Select(other => Missing(other, reader, key, incident.Number, reminder.On)));
            }
        }

        return reminders;
    }

    /// <summary>The post-mortems with a draft that someone was asked to sign off and did not.</summary>
    private async Task<IReadOnlyList<(Incident Incident, PostMortem PostMortem)>> WaitingAsync(CancellationToken cancellationToken)
    {
        var numbers = db.PostMortems.SelectMany(
            each => each.Meeting.Invitees.Where(invitee => invitee.SignedOffAt == null && invitee.SignOffDue != null),
            (each, _) => each.IncidentNumber);
        var waiting = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents.AsNoTracking() on postMortem.IncidentNumber equals incident.Number
            where postMortem.WriteUp.DraftedAt != null && numbers.Contains(postMortem.IncidentNumber)
            orderby incident.Number
            select new { incident, postMortem }).ToListAsync(cancellationToken);
        return waiting.FindAll(each => each.incident.Status == IncidentStatus.Resolved)
            .ConvertAll(each => (each.incident, each.postMortem));
    }

    private static string KeyOf(PostMortem postMortem, PersonId person) => $"sign_off:{postMortem.Id:N}:{person}";

    private SignOffReminder? ReminderOf(Person reader, Invitee invitee, DateTimeOffset now) => SignOffReminder.Newest(
        invitee.SignOffDue ?? default, options.Value.Quiet.Calendar, Zones.DateIn(now, Zones.Find(reader.Zone)));

    private async Task<IReadOnlyList<DueReminder>> DraftAsync(
        Person reader, string key, int number, CancellationToken cancellationToken)
    {
        var subject = SignOffCard.Subject(number, reader.Id);
        if (await drafts.FindAsync(reader, number, BotMessageNames.Card(BotMessageNames.SignOff, subject), cancellationToken)
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
    /// <summary>Which of these requests have been sent.</summary>
    public async Task<IReadOnlySet<string>> SentAsync(IReadOnlyList<string> occurrences, CancellationToken cancellationToken)
    {
        var reminded = await db.ReminderLines.Where(line => occurrences.Contains(line.Occurrence) && line.Message != null)
            .Select(line => line.Occurrence).ToListAsync(cancellationToken);

        // Requests of earlier releases were rows of the outbox alone.
        var earlier = await db.Outbox.Where(row => occurrences.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellationToken);
        return reminded.Concat(earlier).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<IEffect?> FindAsync(Person reader, int number, string under, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(number, cancellationToken) is not { Ok: true, Value: var view })
        {
            return null;
        }

        var writeUp = await source.OfAsync(view, cancellationToken);
        return new UploadFile(
            Address.Person(reader.Id), writeUp.FileName, DraftCard.FileTitle, WriteUpMarkdown.Render(writeUp), under);
    }
}
