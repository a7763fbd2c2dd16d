using System.Globalization;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "Use that channel": the one in which the incident was declared becomes its channel, if the bot can work there.</summary>
internal sealed class UseChannel(IncidentDb db, Access access, MissingChannel missing, ISlackApi slack, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = int.Parse(request.Action.Data, CultureInfo.InvariantCulture);
        if (await access.FindOrTellAsync(request, number, cancellationToken) is not { } incident
            || await db.Channels.FindAsync([number], cancellationToken) is not { DeclaredIn: { } id } channel)
        {
            return;
        }

        if (channel.ChannelId is { } known)
        {
            await replies.TellAsync(request, Mrkdwn.Text($"It has a channel by now: {Mrkdwn.Channel(known)}."), cancellationToken);
            return;
        }

        if (await WhyNotAsync(channel, id, incident.IsPrivate, cancellationToken) is { } why)
        {
            await replies.TellAsync(request, why, cancellationToken);
            return;
        }

        await missing.GoOnAsync(request, incident, Mrkdwn.Text($"All right: {Mrkdwn.Channel(id)} is its channel now."), cancellationToken);
    }

    /// <summary>Takes the channel; or says why it cannot be used.</summary>
    private async Task<Mrkdwn?> WhyNotAsync(IncidentChannel channel, string id, bool isPrivate, CancellationToken cancellationToken)
    {
        if (await db.Channels.AsNoTracking().SingleOrDefaultAsync(other => other.ChannelId == id, cancellationToken) is { } taken)
        {
            return Mrkdwn.Text($"{Mrkdwn.Channel(id)} is the channel of incident {taken.IncidentNumber}. Try again to make one instead.");
        }

        var info = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        if (!info.Ok || !info.Value.Channel.IsMember)
        {
            return Mrkdwn.Text($"I am not in {Mrkdwn.Channel(id)}. Type `/invite` with my name there, then press this again.");
        }

        if (isPrivate && !info.Value.Channel.IsPrivate)
        {
            return Mrkdwn.Text($"The incident is private and {Mrkdwn.Channel(id)} is not. Try again to make a private channel instead.");
        }

        (channel.ChannelId, channel.Name) = (id, info.Value.Channel.Name);
        return null;
    }
}
