using IncidentBot.Delivery.Inbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Brings the timeline into line with one message as Slack shows it now. Events only say that something changed:
/// they come late, twice and in any order. The message is fetched by its exact ts, because the history has no replies in it
///.
/// </summary>
internal sealed class MessageSync(IncidentDb db, ISlackApi slack, MessageStore record, TimelineMessages kept, ReactionMap reactions)
{
    /// <summary>
    /// Fetches the message and applies it; nothing happens outside incident channels and their time, and for messages that are
    /// gone.
    /// </summary>
    public async Task FollowAsync(string channel, string ts, PersonId by, CancellationToken cancellationToken)
    {
        if (await record.IncidentOfAsync(channel, ts, cancellationToken) is not { } number)
        {
            return;
        }

        var fetched = await slack.FetchMessageAsync(channel, ts, cancellationToken);
        if (fetched.Ok)
        {
            if (await record.MergeAsync(number, channel, fetched.Value, cancellationToken) is { } message)
            {
                var incident = await db.Incidents.SingleAsync(incident => incident.Number == message.IncidentNumber, cancellationToken);
                await FollowAsync(incident, message, fetched.Value, by, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        else if (fetched.IsSilence)
        {
            // The inbox tries again; the reactions are still on the message then.
            throw new SlackSilentException(fetched);
        }
    }

    /// <summary>The same for a message that is already merged; the caller saves.</summary>
    public async Task FollowAsync(
        Incident incident, ChannelMessage message, SlackMessage shown, PersonId by, CancellationToken cancellationToken)
    {
        await kept.FollowAsync(message, cancellationToken);
        await kept.ApplyReactionsAsync(incident, message, ReactionsOf(shown, message.Channel), by, cancellationToken);
    }

    /// <summary>Whether the message has a reaction or pin with a meaning.</summary>
    public bool HasMeaning(SlackMessage shown, string channel) => ReactionsOf(shown, channel) is not { Meanings: [], IsPinned: false };

    private MessageReactions ReactionsOf(SlackMessage shown, string channel)
    {
        var meant = shown.Reactions
            .Select(reaction => (Meaning: reactions.Find(reaction.Name), By: reaction.Users))
            .Where(mark => mark.Meaning is not null)
            .ToLookup(mark => mark.Meaning!, mark => mark.By);
        return new MessageReactions([.. meant.Select(mark => mark.Key)], shown.PinnedTo.Contains(channel))
        {
            AddedBy = meant.Where(mark => mark.Any(by => by.Count > 0))
                .ToDictionary(mark => mark.Key, mark => new PersonId(mark.First(by => by.Count > 0)[0])),
        };
    }
}
