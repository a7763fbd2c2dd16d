using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Cards;

/// <summary>The pinned card in the incident's channel: its status, who has which role, and the buttons that apply now.</summary>
internal sealed class StatusCard(
    IncidentDb db, ReactionMap reactions, IEarlierIncidents earlier, PageAddresses pages, TimeProvider time) : ICard
{
    private const int MaxQuoteLength = 300;

    private static readonly IReadOnlyList<ReactionMeaning> OnTheTimeline =
        [.. ReactionMeaning.All.Where(meaning => meaning.Kind is not null)];

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var (incident, postMortem) = await db.IncidentOfCardAsync(subject, cancellationToken);
        var meets = await db.IsMeetingAsync(incident.Number, cancellationToken);
        var like = incident.IsOpen ? await earlier.LikeAsync(incident, cancellationToken) : [];
        var links = await db.LinksOfAsync(incident, cancellationToken);
        var others = LinkedIncidents.Block(links).Concat(like.Select(each => each.Block()));
        var shown = new Shown(incident, postMortem, meets, [.. others], time.GetUtcNow());
        return new CardView(
            Address.Incident(incident.Number), new MessageContent(IncidentWords.OneLine(incident), [.. Blocks(shown)]));
    }

    /// <summary>The buttons that can be pressed now; also the answer to an unknown command.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="offersHandover">Whether someone has led for hours.</param>
    /// <param name="meets">Whether the meeting of its post-mortem has begun and not ended.</param>
    public static IEnumerable<Block> Menu(Incident incident, bool offersHandover = false, bool meets = false)
    {
        List<IActionsElement> buttons = [.. Buttons(incident, offersHandover, meets)];
        return buttons.Count > 0 ? [new ActionsBlock(buttons)] : [];
    }

    private IEnumerable<Block> Blocks(Shown shown)
    {
        var incident = shown.Incident;
        yield return new HeaderBlock($"{IncidentWords.Noun(incident)} {incident.Number}: {incident.Title}");
        if (incident.WhatUsersSee is { } sees)
        {
            yield return new SectionBlock(Mrkdwn.Text($"*What users see*  {SlackText.Truncate(sees, MaxQuoteLength)}"));
        }

        yield return new SectionBlock { Fields = [.. Facts(shown)] };
        if (incident is { IsOpen: true, StatusUpdates: [.., var last] })
        {
            yield return new SectionBlock(Mrkdwn.Text(
                $"*Last update*  {Mrkdwn.Date(last.At, "{time}")} by "
                    + $"{Mrkdwn.User(last.By.Value)}\n{SlackText.Truncate(last.Text, MaxQuoteLength)}"));
        }

        foreach (var role in RoleDescription.All)
        {
            yield return Role(incident, role);
        }

        foreach (var each in shown.Others)
        {
            yield return each;
        }

        foreach (var block in Menu(incident, Handover.IsOffered(incident, shown.Now), shown.Meets))
        {
            yield return block;
        }

        Mrkdwn[] footers =
        [
            Footer(incident, reactions), pages.Of(incident.Number, shown.PostMortem?.State is PostMortemState.Published),
        ];
        foreach (var footer in footers.Where(footer => !footer.IsEmpty))
        {
            yield return new ContextBlock(footer);
        }
    }

    private static IEnumerable<TextObject> Facts(Shown shown)
    {
        var (incident, postMortem, now) = (shown.Incident, shown.PostMortem, shown.Now);
        yield return Mrkdwn.Text($"*Severity*\n{IncidentWords.Of(incident.Severity)}");
        yield return Mrkdwn.Text($"*Status*\n{IncidentWords.Of(incident.Status)}");
        yield return Mrkdwn.Text($"*Started*\n{Mrkdwn.Date(incident.StartedAt)}");
        if (incident.Duration is { } duration)
        {
            yield return Mrkdwn.Text($"*Lasted*\n{IncidentDuration.Format(duration)}");
        }

        if (incident.Service is { } service)
        {
            yield return Mrkdwn.Text($"*Service*\n{service}");
        }

        if (incident.NextUpdateDue is { } update)
        {
            yield return Mrkdwn.Text(
                $"*Next update due*\n{(update < now ? Mrkdwn.Raw(":warning: overdue since ") : Mrkdwn.Empty)}"
                    + $"{Mrkdwn.Date(update, "{time}")}");
        }

        if (postMortem is not null)
        {
            yield return Mrkdwn.Text($"*Post-mortem*\n{PostMortemWords.Status(postMortem, now)}");
        }
    }

    private static SectionBlock Role(Incident incident, RoleDescription role)
    {
        var holder = incident.HolderOf(role.Role);
        var value = RoleValue.Of(incident, role.Role);
        var text = Mrkdwn.Text($"*{role.Word}*  {IncidentWords.Of(holder, "no one yet")}");
        if (!incident.IsOpen)
        {
            return new SectionBlock(text);
        }

        return new SectionBlock(text)
        {
            Accessory = holder is null
                ? new Button(CardActions.ClaimRole, IncidentWords.Take(role.Role)) { Value = value }
                : new Button(CardActions.StepDown, "Step down") { Value = value },
        };
    }

    private static IEnumerable<IActionsElement> Buttons(Incident incident, bool offersHandover, bool meets) =>
        incident.IsOpen ? OpenButtons(incident, offersHandover) : ClosedButtons(incident, meets);

    private static IEnumerable<IActionsElement> OpenButtons(Incident incident, bool offersHandover)
    {
        var number = IncidentWords.Number(incident);
        // The next step is highlighted: posting an update or, once the incident is mitigated, resolving it.
        var (update, resolve) = incident.Status == IncidentStatus.Mitigated
            ? ((ButtonStyle?)null, (ButtonStyle?)ButtonStyle.Primary)
            : (ButtonStyle.Primary, null);
        yield return new Button(CardActions.PostUpdate, "Post update") { Value = number, Style = update };
        yield return new Button(CardActions.EditIncident, "Edit") { Value = number };
        yield return new Button(CardActions.AddEntry, "Add to timeline") { Value = number };
        yield return new Button(CardActions.ReviewTimeline, "Timeline") { Value = number };
        yield return new Button(CardActions.Resolve, "Resolve") { Value = number, Style = resolve };
        if (offersHandover)
        {
            yield return new Button(CardActions.HandOver, "Hand over lead") { Value = number };
        }
    }

    private static IEnumerable<IActionsElement> ClosedButtons(Incident incident, bool meets)
    {
        var number = IncidentWords.Number(incident);
        if (incident.Status == IncidentStatus.Resolved)
        {
            if (meets)
            {
                yield return new Button(CardActions.ShowBoard, "Show the board") { Value = number };
            }

            yield return new Button(CardActions.PostMortem, "Post-mortem") { Value = number, Style = ButtonStyle.Primary };
            yield return new Button(CardActions.ReviewTimeline, "Timeline") { Value = number };
            yield return new Button(CardActions.ActionItems, "Action items") { Value = number };
            yield return new Button(CardActions.EditIncident, "Edit") { Value = number };
        }

        if (incident is { IsReport: true, Status: IncidentStatus.Resolved })
        {
            yield return new Button(CardActions.AddEntry, "Add to timeline") { Value = number };
        }
        else if (!incident.IsReport)
        {
            yield return new Button(CardActions.Reopen, "Reopen") { Value = number };
        }
    }

    private static Mrkdwn Footer(Incident incident, ReactionMap reactions) => incident.Status switch
    {
        IncidentStatus.Cancelled => Mrkdwn.Text($"Cancelled: {incident.CancelReason ?? ""}\n{IncidentWords.CancelledNote}"),
        IncidentStatus.Resolved => Mrkdwn.Text($"{incident.Resolution ?? "Resolved."}"),
        _ => EntryWords.Legend(OnTheTimeline, reactions) is { IsEmpty: false } legend
            ? Mrkdwn.Text($"React to put a message on the timeline: {legend}")
            : Mrkdwn.Empty,
    };

    /// <summary>What the card is drawn from; the others are linked incidents, and earlier ones that this one resembles.</summary>
    private sealed record Shown(
        Incident Incident, PostMortem? PostMortem, bool Meets, IReadOnlyList<Block> Others, DateTimeOffset Now);
}
