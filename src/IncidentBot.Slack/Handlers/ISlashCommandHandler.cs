using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers a slash command.</summary>
public interface ISlashCommandHandler
{
    /// <summary>Handles it, inside three seconds.</summary>
    /// <param name="command">What was typed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What the person, or the channel, sees.</returns>
    Task<SlashCommandResponse> HandleAsync(SlashCommand command, CancellationToken cancellationToken);
}
