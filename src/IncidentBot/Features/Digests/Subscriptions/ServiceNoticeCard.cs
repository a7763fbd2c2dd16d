using System.Runtime.CompilerServices;
using IncidentBot.Cards;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Subscriptions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>An incident as subscribers of its service see it: what it is, where it is worked on, and how it stands.</summary>
internal sealed class ServiceNoticeCard(IncidentDb db, IOptions<IncidentsOptions> options) : ICard
{
    public static string LaneOf(string target) => $"subscription:{target}";

    public static string SubjectOf(int incident, string target) => ButtonValue.Write(incident, target);

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var (number, target) = (parts.Number(), parts.Text(1));
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
        if (incident is null)
        {
            return null;
        }

        // Whoever ended the subscription meanwhile gets nothing new; what was posted stays right.
        var subscribed = await db.ServiceSubscriptions.AsNoTracking().Where(each => each.Target == target).ToListAsync(cancellationToken);
        var channel = await db.Channels.FindAsync([number], cancellationToken);
        return new CardView(
            ServiceSubscription.IsPerson(target) ? Address.Person(new PersonId(target)) : Address.Channel(target),
            incident.IsPrivate ? MessageContent.Paragraph(Mrkdwn.Raw("This incident is private now.")) : Render(incident, channel))
        {
            IsSettled = incident.IsPrivate || !subscribed.Exists(each => each.IsOf(incident.Service)),
        };
    }

    private MessageContent Render(Incident incident, IncidentChannel? channel)
    {
        var line = IncidentWords.OneLine(incident);
        return new MessageContent(
            line,
            new SectionBlock(line),
            new ContextBlock(Mrkdwn.Join(
                " · ",
                Mrkdwn.Escape(incident.Service ?? ""),
                incident.HasChannel ? IncidentWords.Channel(channel) : Mrkdwn.Empty,
                Mrkdwn.Text($"end it with `{options.Value.Command} subscribe`"))));
    }
}

/// <summary>A notice shows the incident as it is now, and hides it once it is private.</summary>
internal sealed class ServiceNoticeRedraws : IRedrawRule
{
    private static readonly string[] Shown =
    [
        nameof(Incident.Title), nameof(Incident.Severity), nameof(Incident.Status), nameof(Incident.Service), nameof(Incident.IsPrivate),
    ];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = changes.Of<Incident>(Shown).Select(incident => incident.Number)
            .Concat(changes.Of<IncidentChannel>().Select(channel => channel.IncidentNumber)).Distinct().ToList();
        if (numbers.Count == 0)
        {
            yield break;
        }

        foreach (var notice in await changes.Db.ServiceNotices.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
            .ToListAsync(cancellationToken))
        {
            yield return Redraw.Of(
                ServiceNoticeCard.LaneOf(notice.Target),
                BotMessageNames.ServiceNotice,
                ServiceNoticeCard.SubjectOf(notice.IncidentNumber, notice.Target));
        }
    }
}
