using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Time;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Recurrence;

/// <summary>
/// Asks about every open investigation until it is closed: its owner or, while no one owns it, the people responsible for the incident that
/// opened it. From the fourth time on, the people responsible for its other incidents are asked too.
/// </summary>
internal sealed class RemindOfInvestigations(
    IncidentDb db, InvestigationViews views, ResponsiblePeople responsible, PeopleDirectory people, IOptions<RemindersOptions> options)
    : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Investigations.AsNoTracking().Where(each => each.ClosedAt == null).OrderBy(each => each.OpenedAt)
            .ToListAsync(cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var investigation in open)
        {
            reminders.AddRange(await OfAsync(investigation, now, cancellationToken));
        }

        return reminders;
    }

    private async Task<IEnumerable<DueReminder>> OfAsync(
        StructuralInvestigation investigation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = investigation.Owner is { } id ? await people.FindAsync(id, cancellationToken) : null;
        var hasOwner = owner is { IsDeactivated: false };
        var calendar = options.Value.Quiet.Calendar;

        // A day ahead of any reader's calendar decides whether it is worth finding out who is asked.
        if (InvestigationReminders.Newest(investigation, hasOwner, calendar, DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
            is not { } newest)
        {
            return [];
        }

        var readers = new List<Person>();
        if (hasOwner)
        {
            readers.Add(owner!);
        }

        if (!hasOwner || newest.IsForTheLead)
        {
            readers.AddRange(await ResponsibleAsync(investigation, newest.IsForTheLead, cancellationToken));
        }

        return
            from reader in readers.DistinctBy(person => person.Id)
            let today = Zones.DateIn(now, Zones.Find(reader.Zone))
            let due = InvestigationReminders.Newest(investigation, hasOwner, calendar, today)
            where due is not null
            select new DueReminder(
                reader,
                FormattableString.Invariant($"investigation:{investigation.Id:N}:{investigation.Owner}:{due.On:yyyyMMdd}:{reader.Id}"),
                BotMessageNames.InvestigationDue,
                ButtonValue.Write(investigation.Id, reader.Id));
    }

    private async Task<IReadOnlyList<Person>> ResponsibleAsync(
        StructuralInvestigation investigation, bool ofAll, CancellationToken cancellationToken)
    {
        var view = ofAll ? await views.FindAsync(investigation.Id, cancellationToken) : null;
        List<int> numbers = [investigation.IncidentNumber, .. view?.Incidents.Select(incident => incident.Number) ?? []];
        var incidents = await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number))
            .ToListAsync(cancellationToken);
        var facilitators = await db.PostMortems.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
            .Select(each => new { each.IncidentNumber, each.Facilitator })
            .ToDictionaryAsync(each => each.IncidentNumber, each => each.Facilitator, cancellationToken);
        var found = new List<Person>();
        foreach (var incident in incidents.OrderByDescending(incident => incident.Number == investigation.IncidentNumber))
        {
            found.AddRange(await responsible.AllAsync(
                incident, facilitators.GetValueOrDefault(incident.Number), cancellationToken));
        }

        return found;
    }
}

/// <summary>
/// A section of someone's reminder: an investigation that waits for an owner or a decision. Its subject is the investigation and the
/// reader.
/// </summary>
internal sealed class InvestigationDueCard(InvestigationViews views, TimeProvider time) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        if (await views.FindAsync(parts.Id(), cancellationToken) is not { } view)
        {
            return null;
        }

        return new CardView(Address.Person(new PersonId(parts.Text(1))), Render(view, time.GetUtcNow()));
    }

    private static MessageContent Render(InvestigationView view, DateTimeOffset now)
    {
        var investigation = view.Investigation;
        if (investigation.Outcome is { } outcome)
        {
            return MessageContent.Paragraph(Mrkdwn.Text(
                $"The structural investigation of *{view.Class}* is closed: {InvestigationWords.Of(outcome)}."));
        }

        var age = InvestigationAge.Of(investigation, now);
        var text = investigation.Owner is { } owner
            ? Mrkdwn.Text(
                $"The structural investigation of *{view.Class}* is open {age} (owner {Mrkdwn.User(owner.Value)}). What was decided?")
            : Mrkdwn.Text($"The structural investigation of *{view.Class}* is open {age} and has no owner.");
        return new MessageContent(text, new SectionBlock(text), InvestigationWords.Buttons(investigation));
    }
}
