using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The next steps after an incident is resolved, each with its button until it is done.</summary>
internal sealed class ResolveCard(IncidentDb db) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (incident, postMortem) = await db.IncidentOfCardAsync(subject, cancellationToken);
        var isDebriefed = await db.DebriefNotes.AnyAsync(
            note => note.IncidentNumber == incident.Number && note.At >= incident.ResolvedAt, cancellationToken);
        return new CardView(Address.Incident(incident.Number), Render(incident, postMortem, isDebriefed));
    }

    public static MessageContent Render(Incident incident, PostMortem? postMortem, bool isDebriefed = false) =>
        incident.Status == IncidentStatus.Resolved
        ? new MessageContent(
            Mrkdwn.Text($"{IncidentWords.Title(incident)} is {Outcome(incident)}. {Need(incident, postMortem)}"),
            [.. Blocks(incident, postMortem, isDebriefed)])
        : MessageContent.Paragraph(
            Mrkdwn.Text($"{IncidentWords.Title(incident)} was reopened. The next steps will be posted once the incident is resolved."));

    private static IEnumerable<Block> Blocks(Incident incident, PostMortem? postMortem, bool isDebriefed)
    {
        yield return new HeaderBlock($"{IncidentWords.Noun(incident)} {incident.Number} is {Outcome(incident)}");
        yield return new SectionBlock(Mrkdwn.Join("\n", Summary(incident), Need(incident, postMortem)));
        yield return new DividerBlock();
        foreach (var step in NextStep.Render([.. Steps(incident, postMortem, isDebriefed)], IncidentWords.Number(incident)))
        {
            yield return step;
        }

        var known = incident.Milestones.ToDictionary(mark => mark.Milestone, mark => mark.At);
        foreach (var warning in MilestonePolicy.Warnings(known).Take(3))
        {
            yield return new ContextBlock(Mrkdwn.Text($":grey_question: {warning} Is that right?"));
        }
    }

    private static IEnumerable<NextStep> Steps(Incident incident, PostMortem? postMortem, bool isDebriefed)
    {
        yield return new NextStep(
            Mrkdwn.Raw("*Debrief (10 minutes)*: what happened, and the immediate fix"), CardActions.Debrief, "Debrief")
        {
            Done = isDebriefed ? Mrkdwn.Raw("*Debrief*: noted in this channel") : null,
            LabelOnceDone = "Add note",
        };
        yield return new NextStep(Timeline(incident), CardActions.ReviewTimeline, "Open timeline")
        {
            Done = postMortem?.HeldOrPublishedAt is null ? null : Mrkdwn.Raw("*Timeline*: discussed"),
            LabelOnceDone = "Open timeline",
        };
        if (postMortem is null)
        {
            yield break;
        }

        if (!PostMortemWords.IsClosed(postMortem))
        {
            yield return Meeting(postMortem);
            yield return Facilitator(postMortem);
        }

        yield return new NextStep(
            Mrkdwn.Raw("*Open the post-mortem*: everything known is already filled in"), CardActions.PostMortem, "Open")
        {
            Done = postMortem.WriteUp.PublishedAt is null ? null : Mrkdwn.Raw("*Write-up*: published"),
            LabelOnceDone = "Open",
        };
    }

    private static NextStep Meeting(PostMortem postMortem) =>
        new(Mrkdwn.Text($"*Schedule the post-mortem*{Due(postMortem)}"), CardActions.SchedulePostMortem, "Find a time")
        {
            Done = postMortem switch
            {
                { HeldOrPublishedAt: not null } => Mrkdwn.Raw("*Post-mortem*: held"),
                { Meeting.Start: { } start } => Mrkdwn.Text($"*Post-mortem*: {Mrkdwn.Date(start)}"),
                _ => null,
            },
            LabelOnceDone = postMortem.HeldOrPublishedAt is null ? "Move meeting" : null,
        };

    private static NextStep Facilitator(PostMortem postMortem) =>
        new(Mrkdwn.Raw("*Pick a facilitator* who was not part of the response"), CardActions.PickFacilitator, "Pick")
        {
            Done = postMortem switch
            {
                { Facilitator: { } facilitator } => Mrkdwn.Text($"*Facilitator*: {Mrkdwn.User(facilitator.Value)}"),
                { HeldOrPublishedAt: not null } => Mrkdwn.Raw("*Facilitator*: no one was named"),
                _ => null,
            },
            LabelOnceDone = postMortem.HeldOrPublishedAt is null ? "Change" : null,
        };

    /// <summary>Asks the lead to draft the timeline, because the lead knows best what happened when.</summary>
    private static Mrkdwn Timeline(Incident incident) => incident.Lead is { } lead
        ? Mrkdwn.Text($"*Check the timeline* while memories are fresh. {Mrkdwn.User(lead.Value)} drafts it and presents it in the meeting.")
        : Mrkdwn.Raw("*Check the timeline* while memories are fresh. The on-call engineer drafts it and presents it in the meeting.");

    private static string Outcome(Incident incident) => incident.IsReport ? "recorded" : "resolved";

    private static Mrkdwn Summary(Incident incident)
    {
        var lasted = incident is { Duration: { } duration, EndedAt: { } ended }
            ? Mrkdwn.Text($"Lasted *{IncidentDuration.Format(duration)}*: {Mrkdwn.Date(incident.StartedAt)} to {Mrkdwn.Date(ended)}.")
            : Mrkdwn.Empty;
        return Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($"{IncidentWords.Of(incident.Severity)} *{incident.Title}*"),
            Mrkdwn.Escape(incident.Resolution ?? ""),
            lasted);
    }

    private static Mrkdwn Need(Incident incident, PostMortem? postMortem) => postMortem switch
    {
        null => Mrkdwn.Raw("No post-mortem needed."),
        { HeldOrPublishedAt: not null } => Mrkdwn.Text($"Post-mortem: {PostMortemWords.Status(postMortem)}."),
        _ when incident.IsDrill =>
            Mrkdwn.Text($"A post-mortem is *recommended*{Due(postMortem)}: drills are for learning. You won't get reminders."),
        { Need: PostMortemNeed.Required } => Mrkdwn.Text($"A post-mortem is *required*{Due(postMortem)}."),
        { Need: PostMortemNeed.Recommended } => Mrkdwn.Text($"A post-mortem is *recommended*{Due(postMortem)}."),
        _ => Mrkdwn.Text($"A post-mortem is *optional*{Due(postMortem)}."),
    };

    private static Mrkdwn Due(PostMortem postMortem) =>
        postMortem.DueAt is { } due ? Mrkdwn.Text($", due {Mrkdwn.Date(due)}") : Mrkdwn.Empty;
}
