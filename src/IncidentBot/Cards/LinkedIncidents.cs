using System.Linq.Expressions;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The links of an incident in words. A card is read by many, so the title of a private incident is shown to no one.</summary>
internal static class LinkedIncidents
{
    /// <summary>One line for each link: "Follow-up of *Incident 7*: Search is slow".</summary>
    public static async Task<IReadOnlyList<Mrkdwn>> LinksOfAsync(
        this IncidentDb db, Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Links.Count == 0)
        {
            return [];
        }

        var numbers = incident.Links.Select(link => link.Other).ToList();
        var titles = await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed).Where(each => numbers.Contains(each.Number))
            .ToDictionaryAsync(each => each.Number, each => each.Title, cancellationToken);
        return [.. incident.Links.Select(link => Line(link, titles.GetValueOrDefault(link.Other)))];
    }

    /// <summary>
    /// The incidents that cover others, by the covered one: only those that may be named. A covering incident can become private after it
    /// was linked; then neither its number nor its write-up is for everyone who sees the covered one.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="numbers">The incidents that may be covered.</param>
    /// <param name="visible">Which covering incidents the reader may see.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyDictionary<int, int>> CarriersAsync(
        this IncidentDb db, IReadOnlyList<int> numbers, Expression<Func<Incident, bool>> visible, CancellationToken cancellationToken) =>
        await (
            from incident in db.Incidents.AsNoTracking()
            where numbers.Contains(incident.Number) && incident.CoveredBy != null
            join carrier in db.Incidents.AsNoTracking().Where(visible) on incident.CoveredBy equals carrier.Number
            select new { Covered = incident.Number, Carrier = carrier.Number })
            .ToDictionaryAsync(each => each.Covered, each => each.Carrier, cancellationToken);

    /// <summary>The lines as a block of a card; none without a link.</summary>
    public static IEnumerable<Block> Block(IReadOnlyList<Mrkdwn> links) =>
        links.Count > 0 ? [new SectionBlock(Mrkdwn.Text($"*Linked incidents*\n{Mrkdwn.Join("\n", links)}"))] : [];

    private static Mrkdwn Line(IncidentLink link, string? title)
    {
        if (title is null && link.Kind == IncidentLinkKind.CoveredBy)
        {
            return Mrkdwn.Raw("Covered by the post-mortem of a private incident");
        }

        var other = Mrkdwn.Text($"*Incident {link.Other}*{(title is null ? Mrkdwn.Raw(" (private)") : Mrkdwn.Text($": {title}"))}");
        return link.Kind switch
        {
            IncidentLinkKind.CoveredBy => Mrkdwn.Text($"Covered by the post-mortem of {other}"),
            IncidentLinkKind.Covers => Mrkdwn.Text($"The post-mortem also covers {other}"),
            IncidentLinkKind.FollowUpOf => Mrkdwn.Text($"Follow-up of {other}"),
            _ => Mrkdwn.Text($"Followed by {other}"),
        };
    }
}
