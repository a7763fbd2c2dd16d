using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the button "Add to timeline" with an empty form.</summary>
internal sealed class OpenEntryForm(Access access, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not null)
        {
            var form = new EntryForm(EntryModal.Write, request.Action.Data);
            await modals.ShowAsync(request, EntryModal.Render(form), cancellationToken);
        }
    }
}
