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
/// Updates the timeline to match one message as Slack shows it now. An event only says that something changed: it may arrive
/// late, twice or out of order. The message is fetched by its exact ts, because the channel's history has no replies.
/// </summary>
internal sealed class MessageSync(
    IncidentDb db, ISlackApi slack, MessageStore store, TimelineMessages timelineMessages, ReactionMap reactions)
{
    /// <summary>
    /// Fetches the message and applies it. Does nothing for deleted messages, and outside an incident's channel and its time there.
    /// </summary>
    public async Task RunAsync(string channel, string ts, PersonId by, CancellationToken cancellationToken)
    {
        if (await store.IncidentOfAsync(channel, ts, cancellationToken) is not { } number)
        {
            return;
        }

        var fetched = await slack.FetchMessageAsync(channel, ts, cancellationToken);
        if (fetched.Ok)
        {
            if (await store.MergeAsync(number, channel, fetched.Value, cancellationToken, store.Now) is { } message)
            {
                var incident = await db.Incidents.SingleAsync(incident => incident.Number == message.IncidentNumber, cancellationToken);
                await ApplyAsync(incident, message, fetched.Value, by, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        else if (fetched.IsSilence)
        {
            // The inbox retries, and the reactions will still be on the message.
            throw new SlackSilentException(fetched);
        }
    }

    /// <summary>Applies a message that is already merged; the caller saves.</summary>
    public async Task ApplyAsync(
        Incident incident, ChannelMessage message, SlackMessage shown, PersonId by, CancellationToken cancellationToken)
    {
        await timelineMessages.UpdateEntryAsync(message, cancellationToken);
        await timelineMessages.ApplyReactionsAsync(incident, message, ReactionsOf(shown, message.Channel), by, cancellationToken);
    }

    /// <summary>Whether the message has a reaction or pin with a meaning.</summary>
    public bool HasMeaning(SlackMessage shown, string channel) => ReactionsOf(shown, channel) is not { Meanings: [], IsPinned: false };

    private MessageReactions ReactionsOf(SlackMessage shown, string channel)
    {
        var byMeaning = shown.Reactions
            .Select(reaction => (Meaning: reactions.Find(reaction.Name), By: reaction.Users))
            .Where(reaction => reaction.Meaning is not null)
            .ToLookup(reaction => reaction.Meaning!, reaction => reaction.By);
        return new MessageReactions([.. byMeaning.Select(meaning => meaning.Key)], shown.PinnedTo.Contains(channel))
        {
            AddedBy = byMeaning.Where(meaning => meaning.Any(by => by.Count > 0))
                .ToDictionary(meaning => meaning.Key, meaning => new PersonId(meaning.First(by => by.Count > 0)[0])),
        };
    }
}
