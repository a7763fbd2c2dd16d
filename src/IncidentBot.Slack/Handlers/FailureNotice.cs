using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Handlers;

/// <summary>
/// Tells a person why an action or shortcut did nothing: through its response_url if there is one, otherwise in a small modal on top
/// of the open one, unless the trigger has expired. After a closed modal there is no way to tell anyone.
/// </summary>
internal sealed class FailureNotice(ISlackApi api, ResponseUrls responseUrls)
{
    public async Task SendAsync(InteractionRequest request, string sentence, CancellationToken cancellationToken)
    {
        if (ResponseUrl(request) is { Length: > 0 } address)
        {
            var message = new ResponseUrlMessage
            {
                Text = Mrkdwn.Escape(sentence),
                ResponseType = ResponseType.Ephemeral,
                ReplaceOriginal = false,
            };
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
