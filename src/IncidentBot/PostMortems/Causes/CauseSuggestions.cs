using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems.Causes;

/// <summary>
/// Suggests classes for a gap with reasons. All gaps count for the order; the reasons come only from incidents that the reader may see.
/// </summary>
internal sealed class CauseSuggestions(IncidentDb db, CauseIndexes indexes, IEarlierIncidents earlier)
{
    private const int Most = 7;
    private const int ReadForReasons = 10;
    private const int MostShared = 2;

    /// <summary>The classes for the gap of a chain, as it is saved or as it is being typed.</summary>
    public async Task<CauseChoices> ForAsync(
        PostMortemView view, Guid chain, string? typedGap, PersonId reader, CancellationToken cancellationToken) =>
        await ForAsync(TextOf(view, chain, typedGap), view.Number, chain, reader, cancellationToken);

    /// <summary>The classes for the words of a near miss, which has no gap of its own.</summary>
    public Task<CauseChoices> ForNearMissAsync(CauseText text, PersonId reader, CancellationToken cancellationToken) =>
        ForAsync(text, 0, Guid.Empty, reader, cancellationToken);

    private async Task<CauseChoices> ForAsync(
        CauseText text, int number, Guid chain, PersonId reader, CancellationToken cancellationToken)
    {
        if (await indexes.RankAsync(db, (number, chain), text, cancellationToken) is not var (ranking, classes))
        {
            return CauseChoices.Unknown;
        }

        var suggestions = ranking.Suggestions.Where(each => classes.RootOf(each.Class)?.Id == each.Class).Take(Most).ToList();
        var seen = new List<List<SeenGap>>();
        foreach (var suggestion in suggestions)
        {
            seen.Add(await SeenAsync(number, classes.Parts(suggestion.Class), reader, cancellationToken));
        }

        var shared = await indexes.SharedAsync(db, text, seen.ConvertAll(Together), MostShared, cancellationToken);
        var choices = new List<CauseChoice>();
        foreach (var (place, suggestion) in suggestions.Index())
        {
            var words = shared is null ? [] : shared[place];
            var reason = await ReasonAsync(text.Service, suggestion.Count, seen[place], words, cancellationToken);
            choices.Add(new CauseChoice(classes.RootOf(suggestion.Class)!, reason));
        }

        return new CauseChoices(choices, ranking.IsNew);
    }

    /// <summary>The view with suggestions and earlier incidents for the chain that a form opens; unchanged for other sections.</summary>
    public async Task<PostMortemView> WithSuggestionsAsync(
        PostMortemRequest request, PostMortemKey key, CancellationToken cancellationToken) =>
        key.Section == PostMortemPart.Whys
            ? request.View with
            {
                SuggestedCauses = await ForAsync(request.View, key.Item, null, request.By, cancellationToken),
                Earlier = await earlier.LikeAsync(request.View.Incident, cancellationToken),
            }
            : request.View;

    /// <summary>What a chain says about its cause. Until the gap is written, the last why or the symptom stands for it.</summary>
    public static CauseText TextOf(PostMortemView view, Guid chain, string? typedGap = null)
    {
        var writeUp = view.PostMortem.WriteUp;
        var whys = writeUp.WhyChains.FirstOrDefault(each => each.Id == chain) ?? WhyChain.Empty;
        string[] gaps = [typedGap ?? whys.StructuralGap, whys.Whys is [.., var last] ? last : "", whys.StartSymptom];
        return new CauseText(
            gaps.FirstOrDefault(gap => gap.Length > 0) ?? "",
            string.Join('\n', writeUp.Factors.OrderBy(factor => factor.Position).Select(factor => factor.Text)),
            view.Incident.Title,
            view.Incident.Service ?? "");
    }

    /// <summary>The newest gaps of a class, in incidents that the reader may see.</summary>
    private Task<List<SeenGap>> SeenAsync(
        int number, IReadOnlyList<Guid> parts, PersonId reader, CancellationToken cancellationToken) => (
        from cause in db.GapCauses.AsNoTracking()
        join incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader)).Where(IncidentMetrics.Counted)
            on cause.IncidentNumber equals incident.Number
        where parts.Contains(cause.Class) && cause.IncidentNumber != number
        orderby cause.At descending, cause.IncidentNumber descending
        select new SeenGap(cause, incident.Service)).Take(ReadForReasons).ToListAsync(cancellationToken);

    private async Task<string> ReasonAsync(
        string service, int count, List<SeenGap> seen, IReadOnlyList<string> shared, CancellationToken cancellationToken)
    {
        string[] reasons =
        [
            seen.Exists(gap => IsSameService(gap.Service, service)) ? "same service" : "",
            shared.Count > 0 ? $"shares {string.Join(", ", shared)}" : "",
            seen.Count == 0 ? Times(count) : await LastSeenAsync(seen[0].Cause.IncidentNumber, cancellationToken),
        ];
        return string.Join(", ", reasons.Where(reason => reason.Length > 0));
    }

    /// <summary>What became of the class's last incident that the reader may see.</summary>
    private async Task<string> LastSeenAsync(int number, CancellationToken cancellationToken)
    {
        var states = await db.ActionItems.AsNoTracking()
            .Where(item => item.IncidentNumber == number && item.State != ActionState.Dropped)
            .Select(item => item.State).ToListAsync(cancellationToken);
        var done = states.Count(state => state == ActionState.Done);
        return states.Count == 0
            ? FormattableString.Invariant($"last seen in incident {number}")
            : FormattableString.Invariant($"last seen in incident {number}, {done} of {states.Count} actions done");
    }

    private static string Times(int count) => count switch
    {
        0 => "not used yet",
        1 => "seen once",
        _ => FormattableString.Invariant($"seen {count} times"),
    };

    private static bool IsSameService(string? one, string other) =>
        one is not null && other.Length > 0 && ServiceName.Key(one) == ServiceName.Key(other);

    private static CauseText Together(List<SeenGap> gaps) => new(
        Joined(gaps.Select(gap => gap.Cause.Gap)),
        Joined(gaps.Select(gap => gap.Cause.Factors)),
        Joined(gaps.Select(gap => gap.Cause.Title)),
        "");

    private static string Joined(IEnumerable<string> texts) => string.Join('\n', texts);

    /// <summary>A gap of a class, with the service that its incident names now.</summary>
    private sealed record SeenGap(GapCause Cause, string? Service);
}
