using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Benchmarks.Sweeps;

/// <summary>What years of use leave in the database: incidents that are finished in every respect, and a few that are not.</summary>
internal sealed class StoredHistory(IncidentDb db, DateTimeOffset now)
{
    private const int InOneSave = 100;
    private const int Unfinished = 3;
    private static readonly WorkCalendar Calendar = WorkCalendar.WithoutHolidays;
    private static readonly IReadOnlyList<PersonId> People = [.. Enumerable.Range(1, 40).Select(one => new PersonId($"U0PERSON{one:00}"))];

    /// <summary>Whoever reads the home tab: they led many of the incidents.</summary>
    public static PersonId Reader => People[0];

    public async Task WriteAsync(int finished)
    {
        db.People.AddRange(People.Select(person => new Person
        {
            Id = person,
            Name = $"Person {person.Value[^2..]}",
            KnownAs = $"Person (@{person.Value[^2..]})",
            Zone = "Europe/Berlin",
            IsOutsider = false,
            FetchedAt = now,
        }));
        await db.SaveChangesAsync();
        for (var done = 0; done < finished; done += InOneSave)
        {
            for (var one = done; one < Math.Min(finished, done + InOneSave); one++)
            {
                await FinishAsync(one);
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        for (var one = 0; one < Unfinished; one++)
        {
            var incident = await ResolvedAsync(one, now.AddDays(-4 - one));
            var postMortem = Opened(incident, PostMortemNeed.Required);
            WriteUpAndPublish(postMortem, incident.ResolvedAt!.Value.AddDays(1), publish: false);
            db.ActionItems.AddRange(Items(incident, postMortem, incident.ResolvedAt.Value.AddDays(1)));
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>Half of the incidents need no post-mortem; the others went through all of it.</summary>
    private async Task FinishAsync(int one)
    {
        var resolved = now.AddDays(-300).AddHours(-4 * one);
        var incident = await ResolvedAsync(one, resolved);
        AddDelivered(incident);
        if (one % 2 == 0)
        {
            Opened(incident, PostMortemNeed.Optional);
            return;
        }

        var postMortem = Opened(incident, PostMortemNeed.Required);
        var published = resolved.AddDays(2);
        WriteUpAndPublish(postMortem, published, publish: true);
        var number = postMortem.Reviews.RecurrenceAnswers.Count;
        postMortem.Reviews.AnswerRecurrence(
            RecurrenceVerdict.NotBack, null, null, number, Lead(one), published.AddDays(80));
        foreach (var item in Items(incident, postMortem, published))
        {
            item.Complete(item.Owner, Rights(incident), published.AddDays(10));
            item.GiveVerdict(
                one % 20 == 1 ? EffectivenessVerdict.DidNotWork : EffectivenessVerdict.Achieved,
                one % 20 == 1 ? "The alert came too late" : null,
                0,
                item.Owner,
                Rights(incident),
                published.AddDays(40));
            postMortem.Reviews.ApplyVerdict(item, published.AddDays(40));
            db.ActionItems.Add(item);
            AddNotices(item, published);
        }
    }

    private async Task<Incident> ResolvedAsync(int one, DateTimeOffset resolved)
    {
        var declaration = new Declaration($"Checkout is down {one}", Severity.Sev1) { WhatUsersSee = "Payments fail" };
        var incident = Incident.Declare(declaration, Lead(one), resolved.AddHours(-3)).Value!;
        incident.Assign(IncidentRole.Lead, Lead(one), Lead(one), resolved.AddHours(-3));
        var refused = incident.Resolve(
            new Resolution(resolved, "A release halved the connection pool"), Lead(one), resolved).Refusal;
        if (refused is not null)
        {
            throw new InvalidOperationException(refused.Sentence);
        }

        db.Incidents.Add(incident);

        // The number comes from the database, and everything else refers to it.
        await db.SaveChangesAsync();
        var channel = new IncidentChannel { IncidentNumber = incident.Number, WantedName = $"inc-{incident.Number}", IsArchived = true };
        channel.Own($"C{incident.Number:0000000}", channel.WantedName);
        db.Channels.Add(channel);
        return incident;
    }

    private PostMortem Opened(Incident incident, PostMortemNeed need)
    {
        var resolved = incident.ResolvedAt!.Value;
        var postMortem = PostMortem.Open(Guid.CreateVersion7(resolved), incident.Number, need, resolved, TimeSpan.FromHours(48));
        return db.PostMortems.Add(postMortem).Entity;
    }

    private static void WriteUpAndPublish(PostMortem postMortem, DateTimeOffset at, bool publish)
    {
        var by = People[1];
        postMortem.Schedule(new MeetingDetails(at, TimeSpan.FromHours(1), null, [.. People.Take(6)]), by, at.AddHours(-8));
        postMortem.MarkHeld(incidentIsResolved: true, by, at);
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Checkout was down", ["The pool was full", "A default", "No review"], "Nothing checks limits", true, true),
            by,
            at);
        postMortem.WriteUp.WriteFactor(
            Guid.CreateVersion7(at), new FactorDraft("No alert on the queue", null, FactorEffect.Detection), by, at);
        postMortem.OfferFollowUps(new FollowUpPlan(), Calendar, at);
        if (publish)
        {
            postMortem.MarkDrafted(by, at);
            postMortem.Publish(Completeness.Of(postMortem, 4, 1, 1), by, at);
            postMortem.WriteUp.Share(SharingStep.Leadership, [People[2]], null, by, at);
            postMortem.WriteUp.Share(SharingStep.RelatedTeams, [People[3]], null, by, at);
        }
    }

    private static IEnumerable<ActionItem> Items(Incident incident, PostMortem postMortem, DateTimeOffset at) =>
        Enumerable.Range(0, 3).Select(rank => ActionItem.Create(
            Guid.CreateVersion7(at),
            postMortem.IncidentNumber,
            new ActionDraft(
                $"Alert when a payment waits longer than {rank} minutes",
                new ActionOwner(Lead(incident.Number + rank), "Europe/Berlin"),
                DateOnly.FromDateTime(at.UtcDateTime).AddDays(14))
            {
                SuccessMetric = "The next full pool pages us within two minutes",
            },
            metricRequired: false,
            People[1],
            at).Value!);

    /// <summary>What was sent about an item: asked, reminded three times, and whether it worked.</summary>
    private void AddNotices(ActionItem item, DateTimeOffset at)
    {
        NoticeKind[] kinds = [NoticeKind.Ask, NoticeKind.Reminder, NoticeKind.Reminder, NoticeKind.Reminder, NoticeKind.Effect];
        foreach (var (index, kind) in kinds.Index())
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{kind}:{item.Id:N}:{index}");
            var message = $"{item.Owner}:{key}";
            db.ActionNotices.Add(new ActionNotice
            {
                Occurrence = key,
                Reader = item.Owner,
                Message = message,
                ActionItemId = item.Id,
                Kind = kind,
                SentAt = at.AddDays(index),
            });
            db.ReminderLines.Add(new ReminderLine
            {
                Occurrence = key,
                Reader = item.Owner,
                Card = BotMessageNames.ActionItems,
                Subject = message,
                Incidents = [item.IncidentNumber],
                CreatedAt = at.AddDays(index),
                Message = message,
                Day = DateOnly.FromDateTime(at.UtcDateTime).AddDays(index),
            });
        }
    }

    /// <summary>The calls to Slack that are kept because their keys say what was done.</summary>
    private void AddDelivered(Incident incident)
    {
        foreach (var kind in new[] { "AtResolve", "DayBefore", "WhenDue", "PublishSoon", "ShareSoon" })
        {
            var row = new OutboxRow
            {
                Lane = $"incident:{incident.Number}",
                CreatedAt = incident.ResolvedAt!.Value,
                NotBefore = incident.ResolvedAt.Value,
                Kind = "post",
                Payload = "{}",
                Key = $"postmortem:{incident.Number}:{kind}:0",
            };
            row.MarkDone(incident.ResolvedAt.Value);
            db.Outbox.Add(row);
        }
    }

    private static PersonId Lead(int one) => People[one % People.Count];

    private static ActionItemRights Rights(Incident incident) => ActionItemRights.Of(incident.Lead, null, incident.DeclaredBy);
}
