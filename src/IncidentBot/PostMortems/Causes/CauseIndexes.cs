using IncidentBot.Domain.Causes;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Causes;

/// <summary>A ranking, with all classes.</summary>
internal sealed record CauseRankings(CauseRanking Ranking, CauseClasses Classes);

/// <summary>
/// The index of all gaps that have a class, in memory. Each use first reads what changed since the last one, also by another
/// instance, so the index is never older than the database.
/// </summary>
internal sealed class CauseIndexes : IDisposable
{
    /// <summary>The scale for "new" is learned from the newest gaps; ranking all earlier ones would only make the start slow.</summary>
    private const int LearnedFrom = 200;

    /// <summary>How far the clocks of two instances may differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>A form must open within three seconds, so it opens without suggestions when the index is busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<(int Incident, Guid Chain), (Guid Root, GapCause Cause)> _known = [];
    private HashSet<(int Incident, Guid Chain)> _leftOut = [];
    private CauseIndex _index = new();
    private List<(Guid Id, int Version)> _described = [];
    private DateTimeOffset _newest = DateTimeOffset.MinValue;

    /// <summary>Reads all gaps, so that the first form need not wait for it.</summary>
    public Task WarmAsync(IncidentDb db, CancellationToken cancellationToken) =>
        UseAsync(db, Timeout.InfiniteTimeSpan, classes => classes, cancellationToken);

    /// <summary>Ranks the classes for a gap as if it had none yet; null while the index is busy.</summary>
    public Task<CauseRankings?> RankAsync(
        IncidentDb db, (int Incident, Guid Chain) gap, CauseText text, CancellationToken cancellationToken) =>
        UseAsync(db, Patience, classes => new CauseRankings(Rank(gap, text), classes), cancellationToken);

    /// <summary>The telling words that a text shares with each of the others; null while the index is busy.</summary>
    public Task<List<IReadOnlyList<string>>?> SharedAsync(
        IncidentDb db, CauseText text, IReadOnlyList<CauseText> others, int most, CancellationToken cancellationToken) =>
        UseAsync(db, Patience, _ => others.Select(other => _index.Shared(text, other, most)).ToList(), cancellationToken);

    public void Dispose() => _turn.Dispose();

    /// <summary>Reads from the index while no one else does.</summary>
    private async Task<T?> UseAsync<T>(
        IncidentDb db, TimeSpan patience, Func<CauseClasses, T> use, CancellationToken cancellationToken)
        where T : class
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
        {
            return null;
        }

        try
        {
            var classes = await db.AllCauseClassesAsync(cancellationToken);
            await RefreshAsync(db, classes, cancellationToken);
            return use(classes);
        }
        finally
        {
            _turn.Release();
        }
    }

    private CauseRanking Rank((int Incident, Guid Chain) gap, CauseText text)
    {
        if (_leftOut.Contains(gap) || !_known.TryGetValue(gap, out var own))
        {
            return _index.Rank(text);
        }

        _index.Remove(own.Root, own.Cause.Text);
        var ranking = _index.Rank(text);
        _index.Add(own.Root, own.Cause.Text);
        return ranking;
    }

    private async Task RefreshAsync(IncidentDb db, CauseClasses classes, CancellationToken cancellationToken)
    {
        await LeaveOutAsync(db, cancellationToken);
        var since = _known.Count == 0 ? DateTimeOffset.MinValue : _newest - ClockDifference;
        Apply(await ReadAsync(db, since, cancellationToken), classes);
        if (await db.GapCauses.CountAsync(cancellationToken) != _known.Count)
        {
            Forget();
            Apply(await ReadAsync(db, DateTimeOffset.MinValue, cancellationToken), classes);
        }

        var described = classes.Active.Select(each => (each.Id, each.Version)).ToList();
        if (!described.SequenceEqual(_described))
        {
            Describe(classes);
            _described = described;
        }
    }

    /// <summary>
    /// Drills, cancelled incidents and duplicates teach nothing, as they count nowhere else. An incident can become one, and be reopened.
    /// </summary>
    private async Task LeaveOutAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        var leftOut = (await db.LeftOutCauses().Select(cause => new { cause.IncidentNumber, cause.Chain }).ToListAsync(cancellationToken))
            .Select(cause => (cause.IncidentNumber, cause.Chain)).ToHashSet();
        foreach (var gap in leftOut.Except(_leftOut))
        {
            if (_known.TryGetValue(gap, out var known))
            {
                _index.Remove(known.Root, known.Cause.Text);
            }
        }

        foreach (var gap in _leftOut.Except(leftOut))
        {
            if (_known.TryGetValue(gap, out var known))
            {
                _index.Add(known.Root, known.Cause.Text);
            }
        }

        _leftOut = leftOut;
    }

    private static Task<List<GapCause>> ReadAsync(IncidentDb db, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.GapCauses.AsNoTracking().Where(cause => cause.At >= since)
            .OrderBy(cause => cause.At).ThenBy(cause => cause.IncidentNumber).ThenBy(cause => cause.Chain)
            .ToListAsync(cancellationToken);

    private void Apply(List<GapCause> causes, CauseClasses classes)
    {
        foreach (var (place, cause) in causes.Index())
        {
            if (classes.RootOf(cause.Class) is { } root)
            {
                Apply(cause, root.Id, isLearned: place >= causes.Count - LearnedFrom);
            }
        }
    }

    private void Apply(GapCause cause, Guid root, bool isLearned)
    {
        var key = (cause.IncidentNumber, cause.Chain);
        var counts = !_leftOut.Contains(key);
        if (_known.TryGetValue(key, out var before))
        {
            if (before.Root == root && before.Cause.Text == cause.Text)
            {
                return;
            }

            isLearned = false;
            if (counts)
            {
                _index.Remove(before.Root, before.Cause.Text);
            }
        }

        if (counts)
        {
            Teach(cause, root, isLearned);
        }

        _known[key] = (root, cause);
        _newest = cause.At > _newest ? cause.At : _newest;
    }

    private void Teach(GapCause cause, Guid root, bool isLearned)
    {
        if (isLearned)
        {
            _index.Learn(root, cause.Text);
        }
        else
        {
            _index.Add(root, cause.Text);
        }
    }

    /// <summary>Names the classes anew, and moves the gaps of merged ones.</summary>
    private void Describe(CauseClasses classes)
    {
        foreach (var (gone, _) in _described)
        {
            _index.Describe(gone, "", []);
        }

        foreach (var each in classes.Active)
        {
            _index.Describe(each.Id, each.Name, each.Synonyms);
        }

        foreach (var (root, cause) in _known.Values.ToList())
        {
            if (classes.RootOf(cause.Class) is { } now && now.Id != root)
            {
                Apply(cause, now.Id, isLearned: false);
            }
        }
    }

    private void Forget()
    {
        _known.Clear();
        _index = new CauseIndex();
        _described = [];
        _newest = DateTimeOffset.MinValue;
    }
}
