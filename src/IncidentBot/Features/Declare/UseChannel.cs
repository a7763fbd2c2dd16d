using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Declare;

/// <summary>
/// Answers "Use that channel": the one in which the incident was declared becomes its channel, if the bot can work there.
/// </summary>
internal sealed class UseChannel(
    IncidentDb db, Access access, MissingChannel missing, BorrowedChannel borrowed, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident
            || await db.Channels.FindAsync([number], cancellationToken) is not { DeclaredIn: { } id } channel)
        {
            return;
        }

        if (channel.ChannelId is { } known)
        {
            await replies.SendAsync(
                request, Mrkdwn.Text($"The incident already has a channel: {Mrkdwn.Channel(known)}."), cancellationToken);
            return;
        }

        if (await borrowed.BorrowAsync(incident, channel, id, cancellationToken) is { } why)
        {
            await replies.SendAsync(request, why, cancellationToken);
            return;
        }

        await missing.ContinueAsync(request, incident, Borrowed(id), cancellationToken);
    }

    private static Mrkdwn Borrowed(string id) => Mrkdwn.Text(
        $"{Mrkdwn.Channel(id)} is now the incident's channel. I record its messages from the declaration until a day after the "
            + $"incident ends.");
}
