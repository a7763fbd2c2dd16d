using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers reactions that are added or removed, on messages and replies, if the emoji has a meaning.</summary>
internal sealed class FollowReactions(
    MessageSync sync, ReactionMap reactions) : IEventHandler<ReactionAdded>, IEventHandler<ReactionRemoved>
{
    public Task HandleAsync(ReactionAdded slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    public Task HandleAsync(ReactionRemoved slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    private Task FollowAsync(ReactionEvent reaction, CancellationToken cancellationToken) =>
        reaction.Item.Type == "message" && reactions.Find(reaction.Reaction) is not null
            ? sync.RunAsync(reaction.Item.Channel, reaction.Item.Ts, new PersonId(reaction.User), cancellationToken)
            : Task.CompletedTask;
}
