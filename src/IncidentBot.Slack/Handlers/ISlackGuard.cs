using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Decides at the entrance whom the app serves, before any handler runs. Without one registered, everyone with a valid signature
/// is served.
/// </summary>
public interface ISlackGuard
{
    /// <summary>Why a person may not do this; called in the scope of the handler, before the handler.</summary>
    /// <param name="actor">Who wants to use a command, an element, a shortcut or a form.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The sentence that the person gets; null when they may.</returns>
    Task<string?> RefuseAsync(SlackActor actor, CancellationToken cancellationToken);

    /// <summary>Whether an event concerns the workspace that the app serves.</summary>
    /// <param name="teams">The workspaces for which Slack sent the event.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it does; null while the app's own workspace is unknown, and Slack is to send the event again.</returns>
    Task<bool?> IsForUsAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken);
}

/// <summary>Who acted, according to the request.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Teams">Every workspace that the request names for the person; a foreign one among them makes an outsider.</param>
/// <param name="ChannelId">Where it was done; null in a view, and for a global shortcut.</param>
/// <param name="IsInForm">In a modal, which the person opened somewhere else before.</param>
public sealed record SlackActor(string UserId, IReadOnlyList<string> Teams, string? ChannelId, bool IsInForm)
{
    internal static SlackActor Of(SlashCommand command) =>
        new(command.UserId, Named(command.TeamId), command.ChannelId, IsInForm: false);

    internal static SlackActor Of(InteractionRequest request) =>
        new(request.User.Id, Named(request.Team?.Id, request.User.TeamId), ChannelOf(request), IsForm(request));

    private static bool IsForm(InteractionRequest request) => request switch
    {
        BlockActionRequest pressed => pressed.View is { Type: "modal" },
        ViewSubmission or ViewClosed or BlockSuggestion => true,
        _ => false,
    };

    private static string[] Named(params string?[] teams) => [.. teams.OfType<string>().Where(team => team.Length > 0)];

    private static string? ChannelOf(InteractionRequest request) => request switch
    {
        BlockActionRequest pressed => pressed.Channel?.Id,
        MessageShortcut shortcut => shortcut.Channel.Id,
        _ => null,
    };
}
