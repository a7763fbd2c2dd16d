using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the buttons "Declare an incident" and "Declare with this title", and the shortcuts of the same name.</summary>
internal sealed class OpenDeclare(DeclareOpener opener) : IBlockActionHandler, IGlobalShortcutHandler, IMessageShortcutHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        opener.ShowAsync(request, request.Action.Data, request.Channel?.Id ?? "", cancellationToken);

    public Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken) =>
        opener.ShowAsync(shortcut, "", "", cancellationToken);

    public Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken) =>
        opener.ShowAsync(shortcut, FirstLine(shortcut.Message), shortcut.Channel.Id, cancellationToken);

    private static string FirstLine(SlackMessage? message) => SlackText.Unescape(message?.Words ?? "").Split('\n')[0];
}
