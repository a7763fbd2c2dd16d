using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;

namespace IncidentBot.Cards;

/// <summary>The next steps after an incident is resolved, numbered, each with its button.</summary>
internal sealed class ResolveCard(IncidentDb db) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (incident, postMortem) = await db.IncidentOfCardAsync(subject, cancellationToken);
        return new CardView(Address.Incident(incident.Number), Render(incident, postMortem));
    }

    public static MessageContent Render(Incident incident, PostMortem? postMortem) => incident.Status == IncidentStatus.Resolved
        ? new MessageContent(
            Mrkdwn.Text($"{IncidentWords.Title(incident)} is {Outcome(incident)}. {Need(incident, postMortem)}"),
            [.. Blocks(incident, postMortem)])
        : MessageContent.Paragraph(
            Mrkdwn.Text($"{IncidentWords.Title(incident)} was reopened. The next steps will be posted once the incident is resolved."));

    private static IEnumerable<Block> Blocks(Incident incident, PostMortem? postMortem)
    {
        yield return new HeaderBlock($"{IncidentWords.Noun(incident)} {incident.Number} is {Outcome(incident)}");
        yield return new SectionBlock(Mrkdwn.Join("\n", Summary(incident), Need(incident, postMortem)));
        yield return new DividerBlock();
        yield return Step(
            incident, 1, Mrkdwn.Raw("*Debrief (10 minutes)*: what happened, and the immediate fix"), CardActions.Debrief, "Debrief");
        yield return Step(incident, 2, Timeline(incident), CardActions.ReviewTimeline, "Open timeline");
        if (postMortem is not null)
        {
            yield return Step(
                incident, 3, Mrkdwn.Text($"*Schedule the post-mortem*{Due(postMortem)}"), CardActions.SchedulePostMortem, "Find a time");
            yield return Step(
                incident, 4, Mrkdwn.Raw("*Pick a facilitator* who was not part of the response"), CardActions.PickFacilitator, "Pick");
            yield return Step(
                incident, 5, Mrkdwn.Raw("*Open the post-mortem*: everything known is already filled in"), CardActions.PostMortem, "Open");
        }

        var known = incident.Milestones.ToDictionary(mark => mark.Milestone, mark => mark.At);
        foreach (var warning in MilestonePolicy.Warnings(known).Take(3))
        {
            yield return new ContextBlock(Mrkdwn.Text($":grey_question: {warning} Is that right?"));
        }
    }

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

    private static SectionBlock Step(Incident incident, int step, Mrkdwn text, string action, string button) =>
        new(Mrkdwn.Text($"{step}.  {text}"))
        {
            Accessory = new Button(action, button)
            {
                Value = IncidentWords.Number(incident),
                Style = step == 1 ? ButtonStyle.Primary : null,
            },
        };
}
