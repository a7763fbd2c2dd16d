using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Edit" on the card.</summary>
internal sealed class OpenEditForm(IncidentForms forms, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var refusal = await forms.OpenAsync(FormRequest.From(request), incident => EditModal.Render(incident), cancellationToken);
        await replies.ToButtonAsync(request, refusal, cancellationToken);
    }
}
