namespace IncidentBot.Slack.WebApi;

/// <summary>chat.delete: deletes one of the bot's own messages; a missing message counts as done.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Ts">The message.</param>
public sealed record ChatDelete(string Channel, string Ts) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "chat.delete";
}
