using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// The write-up as a message that can be read in a minute: what happened, the impact, the structural gap, and who changes
/// what by when. The whole document is the file in its thread.
/// </summary>
internal static class WriteUpMessage
{
    private const int MaxSection = 2800;

    public static Mrkdwn ChangesHeading { get; } = Mrkdwn.Raw("*What we will change*");

    /// <summary>The content of a version; the card adds readers and buttons.</summary>
    public static MessageContent Render(PostMortemView view, string gapTitle) => new(
        Mrkdwn.Text($"Post-mortem of {IncidentWords.Title(view.Incident)}"), [.. Blocks(view, gapTitle)]);

    public static IEnumerable<Block> Blocks(PostMortemView view, string gapTitle)
    {
        var (incident, postMortem) = (view.Incident, view.PostMortem);
        yield return new HeaderBlock($"{WriteUpDocument.TitleOf(incident)}: {incident.Title}");
        yield return new ContextBlock(Mrkdwn.Join(" · ", Facts(incident, postMortem)));
        foreach (var (title, text) in Sections(view, gapTitle))
        {
            yield return new SectionBlock(Mrkdwn.Join("\n", [Mrkdwn.Text($"*{title}*"), text]));
        }

        yield return new SectionBlock(Mrkdwn.Join("\n", [ChangesHeading, .. Actions(view)]));
    }

    private static IEnumerable<Mrkdwn> Facts(Incident incident, PostMortem postMortem)
    {
        yield return Mrkdwn.Text($"{IncidentWords.Noun(incident)} {incident.Number}");
        yield return IncidentWords.Of(incident.Severity);
        yield return Mrkdwn.Date(incident.StartedAt);
        if (incident.Duration is { } duration)
        {
            yield return Mrkdwn.Text($"lasted {IncidentDuration.Format(duration)}");
        }

        if (postMortem.WriteUp.Revision > 1)
        {
            yield return Mrkdwn.Text($"version {postMortem.WriteUp.Revision}, corrected");
        }
    }

    private static IEnumerable<(string Title, Mrkdwn Text)> Sections(PostMortemView view, string gapTitle)
    {
        if (view.Summary.Length > 0)
        {
            yield return ("What happened", Mrkdwn.Escape(view.Summary, MaxSection));
        }

        if (view.Impact != Impact.Unknown)
        {
            yield return ("Impact", Mrkdwn.Join(" · ", ImpactOf(view.Impact)));
        }

        if (view.PostMortem.WriteUp.WhyChain.StructuralGap is { Length: > 0 } gap)
        {
            yield return (gapTitle, Mrkdwn.Join("\n", Mrkdwn.Escape(gap, MaxSection), CauseWords.Of(view.FirstCause)));
        }
    }

    private static IEnumerable<Mrkdwn> ImpactOf(Impact impact)
    {
        if (impact.Duration is { } duration)
        {
            yield return Mrkdwn.Text($"users affected for {IncidentDuration.Format(duration)}");
        }

        if (impact.UsersAffected is { } users)
        {
            yield return Mrkdwn.Text($"{users} users");
        }

        if (impact.Revenue is { } revenue)
        {
            yield return Mrkdwn.Text($"lost revenue {revenue}");
        }

        if (impact.DataLost is { } lost)
        {
            yield return Mrkdwn.Raw(lost ? "data was lost" : "no data was lost");
        }

        if (impact.SloBudgetPercent is { } slo)
        {
            yield return Mrkdwn.Text($"{slo:0.##} % of the error budget used");
        }

        if (impact.Text is { } text)
        {
            yield return Mrkdwn.Escape(text, MaxSection / 2);
        }

        if (impact.Communications is { } sent)
        {
            yield return Mrkdwn.Escape(sent, MaxSection / 2);
        }
    }

    private static IEnumerable<Mrkdwn> Actions(PostMortemView view) => view.Actions.Count > 0
        ? view.Actions.Select(Action)
        : [Mrkdwn.Escape($"No action items: {view.PostMortem.WriteUp.NoActionsReason ?? "no reason given"}", MaxSection)];

    private static Mrkdwn Action(ActionItem action) => Mrkdwn.Text(
        $"• {Mrkdwn.Escape(action.Text, 400)} — {ActionWords.OwnerWithTeam(action)}, "
        + $"by {ActionWords.Day(action.DueDate)}{Status(action)}");

    private static string Status(ActionItem action) => action switch
    {
        { State: ActionState.Done } => $" ({ActionWords.Effect(action)})",
        { AcceptedAt: null } => " (not accepted yet)",
        _ => "",
    };
}
