using IncidentBot.Jobs;

namespace IncidentBot.PostMortems.Search;

/// <summary>
/// Brings the index of the log up to date: after each change, and after the release that brought the index, for all earlier incidents.
/// In batches with pauses, so that people who declare an incident meanwhile don't notice.
/// </summary>
internal sealed class FillSearchIndex(SearchIndex index) : ISweep
{
    private const int Batches = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            if (await index.CatchUpAsync(Timeout.InfiniteTimeSpan, cancellationToken) < SearchIndex.InOneTransaction)
            {
                return;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
