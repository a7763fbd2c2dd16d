using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers added and removed reactions with a meaning, on messages and replies.</summary>
internal sealed class FollowReactions(
    MessageSync marked, ReactionMap reactions) : IEventHandler<ReactionAdded>, IEventHandler<ReactionRemoved>
{
    public Task HandleAsync(ReactionAdded slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    public Task HandleAsync(ReactionRemoved slackEvent, CancellationToken cancellationToken) => FollowAsync(slackEvent, cancellationToken);

    private Task FollowAsync(ReactionEvent reaction, CancellationToken cancellationToken) =>
        reaction.Item.Type == "message" && reactions.Find(reaction.Reaction) is not null
            ? marked.FollowAsync(reaction.Item.Channel, reaction.Item.Ts, new PersonId(reaction.User), cancellationToken)
            : Task.CompletedTask;
}
