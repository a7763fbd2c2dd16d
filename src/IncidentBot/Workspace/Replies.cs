using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>Answers a person who pressed a button, where they pressed it and visible only to them.</summary>
internal sealed class Replies(ISlackApi slack, ResponseUrls responseUrls, FormWait wait)
{
    /// <summary>Sends one sentence as an ephemeral message, as a modal on top of the open one, or by direct message.</summary>
    public Task SendAsync(InteractionRequest request, Mrkdwn sentence, CancellationToken cancellationToken) =>
        SendAsync(request, sentence, [new SectionBlock(sentence)], cancellationToken);

    /// <summary>The same with more than a sentence, such as a button that helps on.</summary>
    public async Task SendAsync(
        InteractionRequest request, Mrkdwn sentence, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var notice = new Modal("Please note") { Close = "Close", Blocks = blocks };
        if (await wait.ReplaceAsync(notice, cancellationToken) is { Ok: true })
        {
            return;
        }

        if (AddressOf(request) is { Length: > 0 } address)
        {
            var message = new ResponseUrlMessage
            {
                Text = sentence,
                Blocks = blocks.Count > 1 ? blocks : null,
                ResponseType = ResponseType.Ephemeral,
                ReplaceOriginal = false,
            };
            await responseUrls.PostAsync(address, message, cancellationToken);
        }
        else if (!await ShowAsync(request, notice, cancellationToken))
        {
            // The trigger is used or expired, so a message has to do.
            await slack.SendAsync(new ChatPostMessage(request.User.Id) { Text = sentence }, cancellationToken);
        }
    }

    /// <summary>Replaces the message that was acted on with this sentence; for DMs and answers, not for cards.</summary>
    public Task ReplaceAsync(BlockActionRequest request, Mrkdwn sentence, CancellationToken cancellationToken) =>
        ReplaceAsync(request, sentence, [new SectionBlock(sentence)], cancellationToken);

    /// <summary>The same with more than a sentence. An answer that was opened as a modal is replaced there.</summary>
    public Task ReplaceAsync(
        BlockActionRequest request, Mrkdwn text, IReadOnlyList<Block> blocks, CancellationToken cancellationToken) =>
        request is { ResponseUrl: "", View: { Type: "modal" } view }
            ? slack.SendAsync(
                new ViewsUpdate(new Modal("IncidentBot") { Close = "Close", Blocks = blocks }) { ViewId = view.Id }, cancellationToken)
            : responseUrls.PostAsync(
                request.ResponseUrl,
                new ResponseUrlMessage { Text = text, Blocks = blocks, ReplaceOriginal = true },
                cancellationToken);

    private async Task<bool> ShowAsync(InteractionRequest request, Modal notice, CancellationToken cancellationToken)
    {
        var shown = request is BlockActionRequest { View.Type: "modal" }
            ? await slack.SendAsync(new ViewsPush(request.TriggerId, notice), cancellationToken)
            : await slack.SendAsync(new ViewsOpen(request.TriggerId, notice), cancellationToken);
        return shown.Ok;
    }

    private static string AddressOf(InteractionRequest request) => request switch
    {
        BlockActionRequest action => action.ResponseUrl,
        MessageShortcut shortcut => shortcut.ResponseUrl,
        _ => "",
    };
}
