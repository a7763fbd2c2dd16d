using IncidentBot.Domain;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.PostMortems.Overview;

/// <summary>Refreshes the overview below a list that was opened from it: what changed in the list shows when the list is closed.</summary>
internal sealed class OverviewRefresh(PostMortemViews views, PostMortemModals modals)
{
    /// <summary>The overview below the list of action items or the timeline; empty when that was opened elsewhere.</summary>
    public static string Below(ViewInfo list) => list.RootViewId is { } root && root != list.Id ? root : "";

    public async Task ShowAsync(string overviewId, int number, PersonId reader, CancellationToken cancellationToken)
    {
        if (overviewId.Length > 0 && await views.FindAsync(reader, number, cancellationToken) is { Ok: true, Value: var view })
        {
            await modals.RefreshAsync(new PostMortemKey(number, OverviewId: overviewId), view, cancellationToken);
        }
    }
}
