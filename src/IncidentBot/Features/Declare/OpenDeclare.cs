using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the buttons "Declare an incident" and "Declare with this title", and the shortcuts of the same name.</summary>
internal sealed class OpenDeclare(DeclareOpener opener, PlainMessageText plainText)
    : IBlockActionHandler, IGlobalShortcutHandler, IMessageShortcutHandler
{
    /// <summary>The button holds the words as Slack sent them.</summary>
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => await opener.ShowAsync(
        request, await plainText.OfAsync(request.Action.Data, cancellationToken), request.Channel?.Id ?? "", cancellationToken);

    public Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken) =>
        opener.ShowAsync(shortcut, "", "", cancellationToken);

    public async Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken)
    {
        var words = await plainText.OfAsync(shortcut.Message.Words, cancellationToken);
        await opener.ShowAsync(shortcut, words.Split('\n')[0], shortcut.Channel.Id, cancellationToken);
    }
}
