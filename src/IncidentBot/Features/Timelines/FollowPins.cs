using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers pins by people: a pinned message becomes an event. The bot's own pinned card does not.</summary>
internal sealed class FollowPins(MessageSync sync, SlackWorkspace workspace) : IEventHandler<PinAdded>, IEventHandler<PinRemoved>
{
    public Task HandleAsync(PinAdded slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    public Task HandleAsync(PinRemoved slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    private Task FollowAsync(PinEvent pin, CancellationToken cancellationToken) =>
        pin.Item.Message is { Ts.Length: > 0 } message && !workspace.IsUs(pin.User, null)
            ? sync.RunAsync(pin.ChannelId, message.Ts, new PersonId(pin.User), cancellationToken)
            : Task.CompletedTask;
}
