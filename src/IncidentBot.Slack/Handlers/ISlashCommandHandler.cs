using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers a slash command.</summary>
public interface ISlashCommandHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="command">The command with its text.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The message to the person or the channel.</returns>
    Task<SlashCommandResponse> HandleAsync(SlashCommand command, CancellationToken cancellationToken);
}
