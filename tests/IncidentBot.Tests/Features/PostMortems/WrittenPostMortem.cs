using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>A post-mortem with something in every part, for what only looks at it: no service, no Slack.</summary>
internal static class WrittenPostMortem
{
    public static readonly PersonId Maya = new("U1");
    public static readonly PersonId Ben = new("U2");
    public static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Impact Cost = new(TimeSpan.FromMinutes(40), 1200, "about 12 000 EUR", false, 12.5m, "an empty basket")
    {
        Communications = "40 customers were told by email",
    };

    public static PostMortemView Full()
    {
        var (incident, postMortem) = (
            IncidentOf(), PostMortem.Open(Guid.NewGuid(), 1, PostMortemNeed.Required, Start.AddMinutes(40), TimeSpan.FromHours(48)));
        postMortem.AssignFacilitator(Maya, null, Start);
        postMortem.Schedule(new MeetingDetails(Start.AddDays(1), TimeSpan.FromMinutes(90), null, [Maya, Ben]), Maya, Start);
        postMortem.WriteUp.WriteSummary("Checkout failed. It was a release. 1200 users could not pay.", Maya, Start);
        postMortem.WriteUp.WriteImpact(Cost, Maya, Start);
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Payments failed", ["An old field was sent", "Nothing checks fields"], "No contract test", true, true),
            Maya,
            Start);
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Nobody was paged", ["The alert looks at errors only"], "Alerts miss silence", true, false)
            {
                Id = Guid.NewGuid(),
            },
            Maya,
            Start);
        postMortem.WriteUp.WriteFactor(
            Guid.NewGuid(),
            new FactorDraft("The alert looked at errors only", FactorCategory.Technical, FactorEffect.Detection),
            Maya,
            Start);
        postMortem.WriteUp.WriteWentWell(["The rollback took two minutes"], Maya, Start);
        postMortem.WriteUp.WriteCouldBeBetter(["No alert on an empty queue"], Maya, Start);
        postMortem.WriteUp.WriteLearning(Guid.NewGuid(), "Silence is a signal", LearningDestination.Monitoring, Maya, Start);
        postMortem.WriteUp.WriteLearning(Guid.NewGuid(), "Contracts need a test", null, Maya, Start);
        postMortem.WriteUp.Park(Guid.NewGuid(), ParkedKind.Question, "Why on a Friday?", Ben, Start);
        postMortem.Reviews.OfferFollowUps(
            [new(FollowUpKind.Effectiveness, new(2026, 4, 2)), new(FollowUpKind.RecurrenceCheck, new(2026, 5, 15))], Start);
        return new PostMortemView(
            incident,
            postMortem,
            [Entry(EntryKind.Event, "The release went out", 1), Entry(EntryKind.Signal, "The queue alert", 2)],
            [Action("Add a contract test")])
        { OnTheBoard = [Maya, Ben] };
    }

    public static ActionItem Action(string text) => ActionItem.Create(
        Guid.NewGuid(),
        1,
        new ActionDraft(text, new ActionOwner(Ben, "Europe/London", IsActivePerson: true), new DateOnly(2026, 4, 1))
        {
            Priority = ActionPriority.P1,
            SuccessMetric = "The next drift fails the build",
        },
        metricRequired: true,
        Maya,
        Start).Value!;

    public static ActionIdea Idea(string text) => ActionIdea.Collect(Guid.NewGuid(), 1, new ActionDraft(text), null, Ben, Start).Value!;

    private static Incident IncidentOf()
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev1), Maya, Start).Value!;
        typeof(Incident).GetProperty(nameof(incident.Number))!.SetValue(incident, 1);
        incident.Assign(IncidentRole.Lead, Maya, Maya, Start);
        ReadOnlySpan<(Milestone Milestone, int Minute)> milestones =
        [
            (Milestone.FirstAlert, 3),
            (Milestone.Acknowledged, 5),
            (Milestone.CauseIdentified, 20),
            (Milestone.FixDeployed, 35),
        ];
        foreach (var (milestone, minute) in milestones)
        {
            Assert.True(incident.SetMilestone(milestone, Start.AddMinutes(minute), Maya, Start.AddMinutes(40)).Ok);
        }

        Assert.True(
            incident.Resolve(new Resolution(Start.AddMinutes(38), "It is over."), Maya, Start.AddMinutes(40)).Ok);
        incident.SetMilestone(Milestone.AllClear, Start.AddMinutes(40).AddTicks(1), Maya, Start.AddHours(1));
        return incident;
    }

    private static TimelineEntry Entry(EntryKind kind, string text, int minute) => TimelineEntry.Create(
        Guid.NewGuid(),
        new NewEntry(1, kind, EntrySource.Manual, Start.AddMinutes(minute), text, "Ben")
        {
            AuthorId = Ben,
            SignalState = kind == EntryKind.Signal ? SignalState.Missed : null,
        },
        Start.AddHours(1)).Value!;
}
