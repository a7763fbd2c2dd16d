using IncidentBot.Domain;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.PostMortems;

/// <summary>A list of action items that someone has open.</summary>
/// <param name="ViewId">The id of its view.</param>
/// <param name="Subject">An incident's number, or "mine".</param>
/// <param name="OverviewId">The post-mortem's overview below it; empty when there is none.</param>
internal sealed record OpenedList(string ViewId, string Subject, string OverviewId = "")
{
    public const string CallbackId = "action_list";

    /// <summary>The list with the button that was pressed; null when the button is elsewhere.</summary>
    public static OpenedList? Of(BlockActionRequest request) =>
        request.View is { CallbackId: CallbackId } list
            ? new OpenedList(list.Id, list.PrivateMetadata, OverviewRefresh.Below(list))
            : null;
}

/// <summary>
/// Refreshes an open list of action items. The feature of action items implements it, so that an answer to "Did it work?" that is given
/// in the list shows there.
/// </summary>
internal interface IOpenActionLists
{
    /// <summary>Refreshes the list below a form, or the list with the button that was pressed; does nothing when there is none.</summary>
    Task RefreshAsync(OpenedList? open, PersonId reader, CancellationToken cancellationToken);
}
