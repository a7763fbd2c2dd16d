using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>Opens a form about an action item. Every form that asks for a due date offers the end of the next sprint.</summary>
internal sealed class ItemFormOpener(ModalOpener modals, ItemOwners owners, IOptions<ActionItemsOptions> options, TimeProvider time)
{
    /// <summary>The form of a new action item, or of an idea while the incident is open.</summary>
    public async Task<Modal> NewAsync(
        FormKey key, Incident incident, ActionDraft draft, PersonId reader, CancellationToken cancellationToken)
    {
        var zone = draft.Owner?.Zone ?? await owners.ZoneAsync(reader, cancellationToken);
        return ItemFormModal.Render(ItemForm.New(key, incident, draft, SprintEnd(zone)));
    }

    /// <summary>The end of the next sprint.</summary>
    /// <param name="zone">The zone of whoever owns the action item, or asks for it.</param>
    public DateOnly SprintEnd(string zone) => options.Value.Sprints.EndOfNext(Zones.DateIn(time.GetUtcNow(), Zones.Find(zone)));

    /// <summary>The form as the answer to a command.</summary>
    public Task<SlashCommandResponse> AnswerAsync(SlashCommand command, Modal form, CancellationToken cancellationToken) =>
        modals.AnswerAsync(command, form, cancellationToken);

    /// <summary>The form replaces the result modal whose button was pressed; otherwise it opens on top.</summary>
    public Task ShowAsync(InteractionRequest request, Modal form, CancellationToken cancellationToken) =>
        request is BlockActionRequest { View: { CallbackId: ItemResultModal.CallbackId } result }
            ? modals.ReplaceAsync(result.Id, form, cancellationToken)
            : modals.ShowAsync(request, form, cancellationToken);
}
