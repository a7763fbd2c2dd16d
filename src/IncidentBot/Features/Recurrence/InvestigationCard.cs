using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Recurrence;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Recurrence;

/// <summary>
/// An investigation in #incidents: the class, its incidents, what was done before, who owns it, and later what was decided. Its subject is
/// the investigation's id.
/// </summary>
internal sealed class InvestigationCard(InvestigationViews views) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken) =>
        await views.FindAsync(ButtonValue.Read(subject).Id(), cancellationToken) is { } view
            ? new CardView(Address.Announcements, Render(view))
            : null;

    public static MessageContent Render(InvestigationView view)
    {
        var investigation = view.Investigation;
        var heading = Mrkdwn.Text($"*Structural investigation: {view.Class}*");
        var count = IncidentWords.Count(view.Incidents.Count, "incident", "incidents");
        var first = view.Incidents.Count > 0 ? view.Incidents[0].StartedAt : investigation.OpenedAt;
        var facts = Mrkdwn.Join(
            "\n",
            [
                heading,
                Mrkdwn.Text(
                    $"{count} with this cause since {Mrkdwn.Date(first, SlackDate.Day)}. "
                        + $"One is bad luck, three are structural."),
                .. InvestigationWords.Lines(view.Incidents, view.Places),
            ]);
        var before = Mrkdwn.Text($"*Earlier actions:* {view.Actions.Sentence}");
        return new MessageContent(
            heading,
            [
                new SectionBlock(facts),
                new SectionBlock(before),
                .. investigation.ClosedAt is null ? Open(investigation) : Closed(investigation),
            ]);
    }

    private static IEnumerable<Block> Open(StructuralInvestigation investigation)
    {
        yield return new SectionBlock(Mrkdwn.Join(
            "\n",
            InvestigationWords.Owner(investigation),
            Mrkdwn.Raw("Why does this cause come back? Decide what removes it: a project, a cross-team review, a dependency map.")));
        yield return InvestigationWords.Buttons(investigation);
    }

    private static IEnumerable<Block> Closed(StructuralInvestigation investigation)
    {
        var by = IncidentWords.Of(investigation.ClosedBy, "no one");
        yield return new SectionBlock(Mrkdwn.Join(
            "\n",
            Mrkdwn.Text($":white_check_mark: *Closed* {Mrkdwn.Date(investigation.ClosedAt!.Value)} by {by}"),
            Mrkdwn.Text($"*{InvestigationWords.Of(investigation.Outcome!.Value)}:* {investigation.Decision!}")))
        {
            Accessory = new Button(InvestigationWords.Close, "Edit decision") { Value = investigation.Id.ToString("N") },
        };
    }
}
