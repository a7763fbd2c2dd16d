using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>An incident's message in #incidents, updated in place, with status updates in its thread. Not for private ones.</summary>
internal sealed class Headline(IncidentDb db, SlackWorkspace workspace, PageAddresses pages, TimeProvider time) : ICard
{
    private const int MaxQuoteLength = 200;

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var incident = await db.Incidents.AsNoTracking().Where(IncidentVisibility.Listed)
            .SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        if (incident is null)
        {
            return null;
        }

        var channel = await db.Channels.FindAsync([number], cancellationToken);
        var postMortem = await db.PostMortems.AsNoTracking()
            .SingleOrDefaultAsync(postMortem => postMortem.IncidentNumber == number, cancellationToken);
        return new CardView(
            Address.Announcements,
            Render(incident, channel, postMortem, await WriteUpAsync(number, cancellationToken), time.GetUtcNow()));
    }

    private static MessageContent Render(
        Incident incident, IncidentChannel? channel, PostMortem? postMortem, Mrkdwn writeUp, DateTimeOffset now)
    {
        var title = Mrkdwn.Text(
            $"{IncidentWords.Of(incident.Severity)} · *{IncidentWords.Title(incident)}* · {IncidentWords.Of(incident.Status)}");
        var details = Mrkdwn.Join(" · ", [.. Details(incident, channel, postMortem, now), writeUp]);
        var number = IncidentWords.Number(incident);
        Block[] blocks = incident.IsOpen && channel?.ChannelId is not null
            ? [new SectionBlock(title) { Accessory = new Button(CardActions.Join, "Join") { Value = number } }, new ContextBlock(details)]
            : [new SectionBlock(title), new ContextBlock(details)];
        return new MessageContent(title, blocks);
    }

    private async Task<Mrkdwn> WriteUpAsync(int number, CancellationToken cancellationToken) =>
        await db.BotMessages.FindAsync([BotMessageNames.WriteUpOf(number)], cancellationToken) is { } posted
            ? Mrkdwn.Join(
                " · ",
                Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), "read the write-up"),
                pages.Of(number, isPublished: true))
            : pages.Of(number, isPublished: false);

    private static IEnumerable<Mrkdwn> Details(
        Incident incident, IncidentChannel? channel, PostMortem? postMortem, DateTimeOffset now)
    {
        if (incident.IsDrill)
        {
            yield return Mrkdwn.Raw("drill: nothing is really broken");
        }

        if (incident.HasChannel)
        {
            yield return IncidentWords.Channel(channel);
        }

        if (incident.IsReport)
        {
            yield return Mrkdwn.Text($"recorded afterwards by {Mrkdwn.User(incident.DeclaredBy.Value)}");
        }

        if (incident.Status == IncidentStatus.Cancelled)
        {
            yield return incident.DuplicateOf is { } other
                ? Mrkdwn.Text($"a duplicate of incident {other}")
                : Mrkdwn.Escape(SlackText.Truncate(incident.CancelReason ?? "", MaxQuoteLength));
            yield break;
        }

        yield return IncidentWords.Lead(incident);
        yield return Mrkdwn.Text($"started {Mrkdwn.Date(incident.StartedAt)}");
        if (incident.Duration is { } duration)
        {
            yield return Mrkdwn.Text($"lasted {IncidentDuration.Format(duration)}");
        }

        if (incident.WhatUsersSee is { } sees)
        {
            yield return Mrkdwn.Escape(SlackText.Truncate(sees, MaxQuoteLength));
        }

        if (postMortem is not null)
        {
            yield return Mrkdwn.Text($"post-mortem {PostMortemWords.Status(postMortem, now)}");
        }
    }
}
