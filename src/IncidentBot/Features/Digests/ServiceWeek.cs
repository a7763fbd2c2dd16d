using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Subscriptions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Digests;

/// <summary>
/// The week of one service, short enough for a section of someone's daily message: its incidents, which causes came back, what is long
/// overdue and what was published. Private incidents are a number.
/// </summary>
internal sealed class ServiceWeek(
    IncidentDb db, IncidentLinks links, LearningLines learning, OverdueLines overdue, IOptions<IncidentsOptions> options)
{
    private const int MostLines = 8;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Null when the week has nothing to say.</summary>
    public async Task<MessageContent?> RenderAsync(
        ServiceSubscription subscription, DateTimeOffset monday, CancellationToken cancellationToken)
    {
        var scope = new ServiceScope(await db.SpellingsOfServiceAsync(subscription.Service, cancellationToken));
        DigestPart[] parts =
        [
            await IncidentsAsync(monday, scope, cancellationToken),
            await learning.RepeatsAsync(monday, scope, cancellationToken),
            await overdue.FindAsync(monday, scope, cancellationToken),
            await learning.PublishedAsync(monday, scope, cancellationToken),
        ];
        var shown = parts.Where(part => part.Lines.Count > 0).ToList();
        var heading = Mrkdwn.Text($"*The week of {subscription.Service}*");
        return shown.Count == 0
            ? null
            : new MessageContent(
                heading,
                [
                    new SectionBlock(heading),
                    .. shown.Select(Section),
                    new ContextBlock(Mrkdwn.Text(
                        $"You get this because of a subscription. `{options.Value.Command} subscribe` lists and ends them.")),
                ]);
    }

    private static SectionBlock Section(DigestPart part)
    {
        var more = part.Total - Math.Min(part.Lines.Count, MostLines);
        return new SectionBlock(Mrkdwn.Join(
            "\n",
            [
                part.Heading,
                .. part.Lines.Take(MostLines).Select(line => line.Text),
                more > 0 ? Mrkdwn.Text($"… and {more} more.") : Mrkdwn.Empty,
            ]));
    }

    private async Task<DigestPart> IncidentsAsync(DateTimeOffset monday, ServiceScope scope, CancellationToken cancellationToken)
    {
        var since = monday - Week;
        var started = await scope.Of(db.Incidents.AsNoTracking()).Where(IncidentMetrics.Counted)
            .Where(incident => incident.StartedAt >= since && incident.StartedAt < monday)
            .OrderBy(incident => incident.StartedAt).ThenBy(incident => incident.Number)
            .Select(incident => new { incident.Number, incident.Title, incident.Severity, incident.Status, incident.IsPrivate })
            .ToListAsync(cancellationToken);
        var listed = started.FindAll(each => !each.IsPrivate);
        var hidden = started.Count - listed.Count;
        var shown = listed.Take(MostLines).ToList();
        var places = await links.PlacesAsync(shown.Select(each => each.Number), cancellationToken);
        return new DigestPart(
            Mrkdwn.Text($"*Incidents: {started.Count}*"),
            [
                .. hidden > 0 ? [new DigestLine(Mrkdwn.Text($"• {hidden} private"), null)] : Array.Empty<DigestLine>(),
                .. shown.Select(each => new DigestLine(
                    Mrkdwn.Join(
                        " · ",
                        Mrkdwn.Text($"• Incident {each.Number}: {each.Title}"),
                        IncidentWords.Of(each.Severity),
                        IncidentWords.Of(each.Status),
                        places[each.Number]),
                    null)),
            ],
            Mrkdwn.Empty)
        {
            Total = listed.Count + (hidden > 0 ? 1 : 0),
        };
    }
}
