using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Shows something while a form takes long to open, because its trigger lives for three seconds. An application may register one; it
/// surrounds the guard and the handler of every request that can open a form.
/// </summary>
public interface IFormWait
{
    /// <summary>Runs the handler of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="handle">Runs the guard and the handler.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer, or none when the person already reads it elsewhere.</returns>
    Task<SlashCommandResponse> RunAsync(
        SlashCommand command, Func<Task<SlashCommandResponse>> handle, CancellationToken cancellationToken);

    /// <summary>Runs the handler of a button or a shortcut whose route opens a form.</summary>
    /// <param name="request">The element that was used.</param>
    /// <param name="handle">Runs the guard and the handler.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    Task RunAsync(InteractionRequest request, Func<Task> handle, CancellationToken cancellationToken);
}
