using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Benchmarks.Years;

/// <summary>Writes one incident with everything that belongs to it.</summary>
internal sealed class OneIncident(
    BulkWriter writer, YearsOptions options, Random random, YearsText text, IReadOnlyList<(CauseClass Class, Mishap Mishap)> classes)
{
    private const int StillOpen = 5;
    private static readonly WorkCalendar Calendar = WorkCalendar.WithoutHolidays;
    private static readonly System.Reflection.PropertyInfo Number = typeof(Incident).GetProperty(nameof(Incident.Number))!;

    public void Write(int number, DateTimeOffset at)
    {
        var (cause, mishap) = text.Frequent(classes);
        var names = text.Names();
        var lead = text.Frequent(YearsOfIncidents.People);
        var incident = Declared(number, YearsText.Fill(mishap.Title, names), lead, at);
        if (number % 50 == 7)
        {
            incident.ReplaceMembers([lead, text.Frequent(YearsOfIncidents.People), text.Frequent(YearsOfIncidents.People)], at);
        }

        var end = at.AddMinutes(15 + (240 * Math.Pow(random.NextDouble(), 3)));
        if (number % 23 == 5)
        {
            Must(number % 92 == 5 && number > 10
                ? incident.MarkDuplicateOf(number - 1 - random.Next(5), lead, end)
                : incident.Cancel("It was a false alarm", lead, end));
        }
        else if (number <= options.Incidents - StillOpen)
        {
            Finish(incident, cause, mishap, names, lead, end);
        }

        writer.Add(incident);
        var isOver = incident.ResolvedAt is not null;
        var channel = new IncidentChannel { IncidentNumber = number, WantedName = $"inc-{number}", IsArchived = isOver };
        channel.Own($"C{number:0000000}", channel.WantedName);
        writer.Add(channel);
        WriteTimeline(incident, names, at, end);
    }

    private static void Must(Result result)
    {
        if (result.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Sentence);
        }
    }

    private Incident Declared(int number, string title, PersonId lead, DateTimeOffset at)
    {
        var severity = random.Next(100) switch { < 8 => Severity.Sev1, < 30 => Severity.Sev2, < 75 => Severity.Sev3, _ => Severity.Sev4 };
        var declaration = new Declaration(title, severity)
        {
            Service = random.Next(20) == 0 ? null : text.Service,
            WhatUsersSee = random.Next(3) == 0 ? null : $"Customers of {text.Service} see errors",
            Type = random.Next(8) == 0 ? null : (IncidentType)random.Next(1, 6),
            Kind = number % 50 == 11 ? IncidentKind.NearMiss : IncidentKind.Incident,
            StartedAt = random.Next(2) == 0 ? at.AddMinutes(-random.Next(2, 60)) : null,
            IsPrivate = number % 50 == 7,
            IsDrill = number % 60 == 13,
        };
        var incident = Incident.Declare(declaration, lead, at).Value!;
        Number.SetValue(incident, number);
        if (random.Next(3) == 0)
        {
            incident.Assign(IncidentRole.Scribe, text.Frequent(YearsOfIncidents.People), lead, at.AddMinutes(3));
        }

        return incident;
    }

    private void Finish(
        Incident incident, CauseClass cause, Mishap mishap, IReadOnlyDictionary<string, string> names, PersonId lead, DateTimeOffset end)
    {
        Must(incident.Resolve(new Resolution(end, YearsText.Fill(mishap.Why, names)), lead, end));
        var need = incident.Severity switch
        {
            Severity.Sev1 or Severity.Sev2 => PostMortemNeed.Required,
            Severity.Sev3 => PostMortemNeed.Recommended,
            _ => PostMortemNeed.Optional,
        };
        var postMortem = PostMortem.Open(Ids.Next(random, end), incident.Number, need, end, TimeSpan.FromDays(2));
        var isAnalysed = need == PostMortemNeed.Required ? random.Next(10) > 0 : random.Next(10) < 6;
        if (isAnalysed)
        {
            WriteUp(postMortem, cause, mishap, names, lead, end);
            var gap = GapCause.Of(incident.Number, WhyChain.First);
            var factors = string.Join('\n', postMortem.WriteUp.Factors.Select(factor => factor.Text));
            var words = new CauseText(postMortem.WriteUp.WhyChain.StructuralGap, factors, incident.Title, incident.Service ?? "");
            gap.Set(cause.Id, words, lead, end.AddDays(2));
            writer.Add(gap);
        }

        writer.Add(postMortem);
        foreach (var item in Items(incident, mishap, lead, end))
        {
            writer.Add(item);
        }
    }

    private void WriteUp(
        PostMortem postMortem,
        CauseClass cause,
        Mishap mishap,
        IReadOnlyDictionary<string, string> names,
        PersonId lead,
        DateTimeOffset end)
    {
        var (at, facilitator) = (end.AddDays(1 + random.Next(3)), text.Frequent(YearsOfIncidents.People));
        postMortem.AssignFacilitator(facilitator, facilitator, end.AddHours(2));
        var people = Enumerable.Range(0, 5).Select(_ => text.Frequent(YearsOfIncidents.People)).Distinct().ToList();
        Must(postMortem.Schedule(new MeetingDetails(at, TimeSpan.FromHours(1), null, people), lead, end.AddHours(3)));
        Must(postMortem.MarkHeld(incidentIsResolved: true, facilitator, at));
        var document = postMortem.WriteUp;
        var why = YearsText.Fill(mishap.Why, names);
        Must(document.WriteSummary($"{YearsText.Fill(mishap.Title, names)}. {why}. {text.Moment(names)}.", lead, at));
        var gap = YearsText.Fill(mishap.Gap, names);
        var chain = new WhyChain(YearsText.Fill(mishap.Title, names), [why, text.Moment(names)], gap, true, true);
        Must(document.WriteWhyChain(chain, lead, at));
        document.RecordCause(WhyChain.First, cause.Name, lead, at);
        var second = text.Frequent(Mishap.All);
        foreach (var factor in new[] { mishap.Factor, second.Factor })
        {
            var draft = new FactorDraft(YearsText.Fill(factor, names), null, (FactorEffect)random.Next(1, 5));
            Must(document.WriteFactor(Ids.Next(random, at), draft, lead, at));
        }

        var destination = (LearningDestination)random.Next(1, 6);
        Must(document.WriteLearning(Ids.Next(random, at), YearsText.Fill(mishap.Learning, names), destination, lead, at));
        if (random.Next(10) > 0)
        {
            Publish(postMortem, lead, at.AddDays(1 + random.Next(6)));
        }
    }

    private void Publish(PostMortem postMortem, PersonId lead, DateTimeOffset at)
    {
        postMortem.MarkDrafted(lead, at.AddHours(-20));
        Must(postMortem.Publish(Completeness.Of(postMortem, options.Entries, options.Items, options.Items), lead, at));
        postMortem.OfferFollowUps(new FollowUpPlan(), Calendar, at);
        writer.Add(new BotMessage
        {
            Name = BotMessageNames.WriteUpOf(postMortem.IncidentNumber),
            ChannelId = "C0INCIDENTS",
            Ts = FormattableString.Invariant($"{at.ToUnixTimeSeconds()}.{postMortem.IncidentNumber % 1_000_000:000000}"),
        });
        for (var reader = random.Next(6); reader > 0; reader--)
        {
            writer.Add(new WriteUpReader
            {
                IncidentNumber = postMortem.IncidentNumber,
                Person = YearsOfIncidents.People[^(reader * 3)],
                At = at.AddHours(reader),
            });
        }
    }

    private IEnumerable<ActionItem> Items(Incident incident, Mishap mishap, PersonId lead, DateTimeOffset end)
    {
        var at = end.AddDays(2);
        var isLongAgo = at < options.Until.AddDays(-100);
        for (var rank = 0; rank < options.Items; rank++)
        {
            var action = rank == 0 ? mishap.Action : text.Frequent(Mishap.All).Action;
            var owner = text.Frequent(YearsOfIncidents.People);
            var draft = new ActionDraft(
                YearsText.Fill(action, text.Names()),
                new ActionOwner(owner, "Europe/Berlin"),
                DateOnly.FromDateTime(at.UtcDateTime).AddDays(14))
            {
                SuccessMetric = "The next failure of this kind pages us within two minutes",
            };
            var item = ActionItem.Create(Ids.Next(random, at), incident.Number, draft, metricRequired: false, lead, at).Value!;
            if (random.Next(10) < (isLongAgo ? 9 : 4))
            {
                Close(item, incident, owner, at.AddDays(3 + random.Next(60)));
            }

            yield return item;
        }
    }

    private void Close(ActionItem item, Incident incident, PersonId owner, DateTimeOffset at)
    {
        var rights = ActionItemRights.Of(incident.Lead, null, incident.DeclaredBy);
        Must(random.Next(12) == 0 ? item.Drop("Replaced by a larger change", owner, rights, at) : item.Complete(owner, rights, at));
        if (item.State == ActionState.Done && random.Next(3) > 0)
        {
            var worked = random.Next(6) > 0;
            Must(item.GiveVerdict(
                worked ? EffectivenessVerdict.Achieved : EffectivenessVerdict.DidNotWork,
                worked ? null : "It happened again",
                0,
                owner,
                rights,
                at.AddDays(30)));
        }
    }

    private void WriteTimeline(Incident incident, IReadOnlyDictionary<string, string> names, DateTimeOffset at, DateTimeOffset end)
    {
        var step = (end - at) / (options.Entries + 1);
        for (var place = 0; place < options.Entries; place++)
        {
            var moment = at + (step * place);
            var author = text.Frequent(YearsOfIncidents.People);
            var entry = new NewEntry(
                incident.Number,
                (EntryKind)random.Next(1, 5),
                EntrySource.Command,
                moment,
                text.Moment(names),
                $"Person {author.Value[^2..]}")
            {
                AuthorId = author,
            };
            writer.Add(TimelineEntry.Create(Ids.Next(random, moment), entry, moment).Value!);
        }
    }
}
