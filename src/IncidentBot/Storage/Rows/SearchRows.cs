using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.Search;

namespace IncidentBot.Storage.Rows;

/// <summary>Near misses stand in the index beside the incidents, each under its number below zero.</summary>
internal static class NearMissNumber
{
    public static int InIndex(int nearMiss) => -nearMiss;

    public static int OfIndex(int numberInIndex) => -numberInIndex;

    public static bool IsOne(int numberInIndex) => numberInIndex < 0;
}

/// <summary>What people find an incident or a near miss by: its texts, and its words as they stand in the index.</summary>
internal sealed class SearchRow
{
    public required int IncidentNumber { get; init; }

    public required SearchText Text { get; set; }

    /// <summary>Each stem with its weight; says which rows of the index to take back when the text changes.</summary>
    public required IReadOnlyDictionary<string, int> Words { get; set; }
}

/// <summary>One word of one incident. The key is the order in which a search reads: incidents that a word says most about first.</summary>
internal sealed class SearchPosting
{
    public required string Word { get; init; }

    public required int Weight { get; init; }

    public required int IncidentNumber { get; init; }
}

/// <summary>A word of the index: how telling it is, and what a misspelt word can mean.</summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }

    /// <summary>How many incidents have it.</summary>
    public int Incidents { get; set; }
}

/// <summary>
/// An incident whose search row is behind. It is written in the transaction of the change, and deleted in the one that writes the
/// search row, so nothing that was saved is ever missing from the index for good.
/// </summary>
internal sealed class StaleSearch
{
    public long Id { get; init; }

    public int IncidentNumber { get; init; }

    /// <summary>For an incident that is being declared, whose number the database gives.</summary>
    public Incident? Incident { get; init; }
}

/// <summary>The same for a near miss.</summary>
internal sealed class StaleNearMiss
{
    public long Id { get; init; }

    public int NearMissNumber { get; init; }

    /// <summary>For a near miss that is being reported, whose number the database gives.</summary>
    public NearMiss? NearMiss { get; init; }
}
