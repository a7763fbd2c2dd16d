using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Tells a person that an action or shortcut failed: by its response_url when there is one, else in a small modal (on top of the open
/// one), for which the trigger may be too old. A closed modal has nobody left to tell.
/// </summary>
internal sealed class FailureNotice(ISlackApi api, ResponseUrls responseUrls, IOptions<SlackRouterOptions> options)
{
    public async Task TellAsync(InteractionRequest request, CancellationToken cancellationToken)
    {
        var sentence = options.Value.FailureSentence;
        if (ResponseUrl(request) is { Length: > 0 } address)
        {
            var message = new ResponseUrlMessage { Text = Mrkdwn.Escape(sentence), ResponseType = ResponseType.Ephemeral, ReplaceOriginal = false };
            await responseUrls.PostAsync(address, message, cancellationToken);
        }
        else if (request is BlockActionRequest { View.Type: "modal", TriggerId.Length: > 0 })
        {
            await api.SendAsync(new ViewsPush(request.TriggerId, NoticeModal.Of(sentence)), cancellationToken);
        }
        else if (request.TriggerId.Length > 0)
        {
            await api.SendAsync(new ViewsOpen(request.TriggerId, NoticeModal.Of(sentence)), cancellationToken);
        }
    }

    private static string? ResponseUrl(InteractionRequest request) => request switch
    {
        BlockActionRequest action => action.ResponseUrl,
        MessageShortcut shortcut => shortcut.ResponseUrl,
        _ => null,
    };
}
