using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Whether an incident can become private or public. An incident is as private as its channel, and only people can convert a channel
/// (https://slack.com/help/articles/213185467).
/// </summary>
internal sealed class ChannelPrivacy(IncidentDb db, ISlackApi slack)
{
    public const string OnlyPeopleConvert = "Slack doesn't let apps convert a channel.";

    /// <summary>Why the incident can't change, and what the person can do; null when there is nothing in the way.</summary>
    public async Task<Refusal?> RefuseAsync(Incident incident, bool isPrivate, CancellationToken cancellationToken)
    {
        if (incident.IsPrivate == isPrivate || !incident.HasChannel)
        {
            return null;
        }

        var channel = await db.Channels.FindAsync([incident.Number], cancellationToken);
        if (channel?.ChannelId is not { } id)
        {
            return Refused("The incident's channel isn't ready yet. Try again in a moment.");
        }

        var info = await slack.SendAsync(new ConversationsInfo(id), cancellationToken);
        if (!info.Ok)
        {
            return Refused("Slack isn't telling me whether the channel is private. Try again in a minute.");
        }

        return (info.Value.Channel.IsPrivate, isPrivate) switch
        {
            (false, true) => Refused(
                $"{OnlyPeopleConvert} In the settings of #{channel.Name}, choose “Change to a private channel”; "
                + "the incident then becomes private too."),
            (true, false) => Refused(
                $"{OnlyPeopleConvert} Ask a workspace admin to make #{channel.Name} public, then untick “Private”."),
            _ => null,
        };
    }

    private static Refusal Refused(string sentence) => new(sentence, EditModal.Blocks.Options);
}
