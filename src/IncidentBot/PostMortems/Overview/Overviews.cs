using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>Renders the overview, with the earlier incidents that the incident resembles.</summary>
internal sealed class Overviews(IEarlierIncidents earlier, TimeProvider time)
{
    public async Task<Modal> RenderAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var like = await earlier.LikeAsync(view.Incident, cancellationToken);
        return PostMortemOverview.Render(view with { Earlier = like }, time.GetUtcNow());
    }
}
