using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare;

/// <summary>
/// Creates the channel under its stored name. Slack also says "name_taken" for archived channels and gives
/// no id, so a suffix is tried; after a lost answer the channel is looked up among our own by its name.
/// </summary>
internal sealed class CreateChannelSender(IncidentDb db, ISlackApi slack, TimeProvider time) : IEffectSender<CreateChannel>
{
    public async Task<EffectResult> SendAsync(CreateChannel effect, Sending sending, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.SingleAsync(channel => channel.IncidentNumber == effect.IncidentNumber, cancellationToken);
        if (channel.ChannelId is not null)
        {
            return EffectResult.Done;
        }

        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        if (sending.LookFirst && await LookAsync(channel, cancellationToken) is { } known)
        {
            return known;
        }

        SlackResponse last = default!;
        foreach (var name in ChannelName.Candidates(incident))
        {
            var response = await slack.SendAsync(new ConversationsCreate(name) { IsPrivate = incident.IsPrivate }, cancellationToken);
            last = response;
            if (response.Ok)
            {
                channel.Own(response.Value.Channel.Id, response.Value.Channel.Name);
                return EffectResult.Done;
            }

            if (response.Error != "name_taken")
            {
                break;
            }
        }

        return EffectResult.From(last);
    }

    /// <summary>Tells the declarer why there is no channel, with a button to try again.</summary>
    public async Task GivenUpAsync(CreateChannel effect, string reason, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == effect.IncidentNumber, cancellationToken);
        var channel = await db.Channels.SingleAsync(channel => channel.IncidentNumber == effect.IncidentNumber, cancellationToken);
        db.Enqueue(Lane.Person(incident.DeclaredBy), ChannelMissingMessage.For(incident, channel, reason), time.GetUtcNow());
    }

    /// <summary>
    /// The bot is a member of what it created: an earlier attempt's channel is found by the start of its name. While Slack does
    /// not answer, nothing is created, because a second channel would get a suffix. Null when there is none.
    /// </summary>
    private async Task<EffectResult?> LookAsync(IncidentChannel channel, CancellationToken cancellationToken)
    {
        var sought = await OwnConversations.FindAsync(
            slack, own => own.Name.StartsWith(channel.WantedName, StringComparison.Ordinal), cancellationToken);
        if (sought.Channel is { } mine)
        {
            channel.Own(mine.Id, mine.Name);
            return EffectResult.Done;
        }

        return sought.Answer.IsSilence ? EffectResult.From(sought.Answer) : null;
    }
}
