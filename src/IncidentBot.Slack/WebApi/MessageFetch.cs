using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>Finds a message of which only channel and time stamp are known, as after a reaction.</summary>
public static class MessageFetch
{
    /// <summary>
    /// Fetches exactly one message: replies first, because the history has no replies in it, then the history. Only an exact time
    /// stamp counts: Slack answers with a neighbour where there is no such message.
    /// </summary>
    /// <param name="api">The Web API.</param>
    /// <param name="channel">The channel id.</param>
    /// <param name="ts">The message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message; or why there is none ("message_not_found" when Slack has none).</returns>
    public static async Task<SlackResponse<SlackMessage>> FetchMessageAsync(
        this ISlackApi api, string channel, string ts, CancellationToken cancellationToken)
    {
        var replies = await api.SendAsync(new ConversationsReplies(channel, ts) { Limit = 1, Inclusive = true }, cancellationToken);
        if (Exactly(replies, ts) is { } reply)
        {
            return reply;
        }

        var history = await api.SendAsync(
            new ConversationsHistory(channel) { Oldest = ts, Latest = ts, Inclusive = true, Limit = 1 }, cancellationToken);
        if (Exactly(history, ts) is { } message)
        {
            return message;
        }

        return history.Ok
            ? new(SlackEnvelope.Failed("message_not_found", SlackErrorKind.TargetGone, effectUnknown: false), null)
            : new(history, null);
    }

    private static SlackResponse<SlackMessage>? Exactly(SlackResponse<MessagesResponse> page, string ts) =>
        page.Value?.Messages.FirstOrDefault(message => message.Ts == ts) is { } found ? new(page, found) : null;
}
