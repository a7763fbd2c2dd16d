using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>Says something at once to whoever pressed a button: where they pressed it, seen by them alone.</summary>
internal sealed class Replies(ISlackApi slack, ResponseUrls responseUrls)
{
    /// <summary>One sentence beside the message, or on top of the modal, that was acted on.</summary>
    public async Task TellAsync(BlockActionRequest request, Mrkdwn sentence, CancellationToken cancellationToken)
    {
        if (request.ResponseUrl.Length > 0)
        {
            var message = new ResponseUrlMessage { Text = sentence, ResponseType = ResponseType.Ephemeral, ReplaceOriginal = false };
            await responseUrls.PostAsync(request.ResponseUrl, message, cancellationToken);
            return;
        }

        var notice = new Modal("Please note") { Close = "Close", Blocks = [new SectionBlock(sentence)] };
        _ = request.View?.Type == "modal"
            ? await slack.SendAsync(new ViewsPush(request.TriggerId, notice), cancellationToken)
            : await slack.SendAsync(new ViewsOpen(request.TriggerId, notice), cancellationToken);
    }

    /// <summary>The message that was acted on becomes this sentence; for DMs and answers, not for cards.</summary>
    public Task ReplaceAsync(BlockActionRequest request, Mrkdwn sentence, CancellationToken cancellationToken) =>
        responseUrls.PostAsync(
            request.ResponseUrl,
            new ResponseUrlMessage { Text = sentence, Blocks = [new SectionBlock(sentence)], ReplaceOriginal = true },
            cancellationToken);
}
