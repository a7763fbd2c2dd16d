using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers "My action items".</summary>
internal sealed class OpenOwnItems(ActionLists lists, ItemFormOpener forms) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        await forms.ShowAsync(request, await lists.MineAsync(new PersonId(request.User.Id), cancellationToken), cancellationToken);
}

/// <summary>Answers "Action items" with the incident's list, and "Add action item" with an empty form.</summary>
internal sealed class OpenActionItems(Access access, ActionLists lists, ItemFormOpener forms) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        var modal = request.Action.ActionId == ItemActions.Add
            ? await forms.NewAsync(
                new FormKey(number, List: OpenedList.Of(request)),
                incident,
                new ActionDraft(""),
                new PersonId(request.User.Id),
                cancellationToken)
            : await lists.OfAsync(incident, cancellationToken);
        await forms.ShowAsync(request, modal, cancellationToken);
    }
}
