using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the buttons "Declare an incident" and "Declare with this title", and the shortcuts of the same name.</summary>
internal sealed class OpenDeclare(DeclareOpener opener, PlainMessageText plainText)
    : IBlockActionHandler, IGlobalShortcutHandler, IMessageShortcutHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        opener.ShowAsync(request, request.Action.Data, request.Channel?.Id ?? "", cancellationToken);

    public Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken) =>
        opener.ShowAsync(shortcut, "", "", cancellationToken);

    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var words = await plainText.OfAsync(shortcut.Message.Words, cancellationToken);
        await opener.ShowAsync(shortcut, words.Split('\n')[0], shortcut.Channel.Id, cancellationToken);
    }
}
