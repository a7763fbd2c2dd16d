using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;

namespace IncidentBot.Domain.Causes;

/// <summary>One change of a cause class.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="What">What changed, without who did it: "renamed from “Pools”".</param>
public sealed record CauseClassChange(DateTimeOffset At, PersonId By, string What);

/// <summary>
/// A named, reusable category of structural gaps, the same for the whole workspace. A merged class keeps its row and points to the class
/// that it became, so that its incidents count for that class from the beginning.
/// </summary>
public sealed class CauseClass
{
    /// <summary>The longest name, so that it fits into a menu.</summary>
    public const int NameLimit = 70;

    /// <summary>The longest sentence.</summary>
    public const int SentenceLimit = 300;

    /// <summary>The most synonyms.</summary>
    public const int MostSynonyms = 10;

    private List<string> _synonyms = [];
    private readonly List<CauseClassChange> _history = [];

    private CauseClass()
    {
    }

    /// <summary>The id, given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The name; one line of 1 to <see cref="NameLimit"/> characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared; no two classes share it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What belongs to the class; empty until someone writes it.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Other names under which people look for it.</summary>
    public IReadOnlyList<string> Synonyms => _synonyms;

    /// <summary>The class that it was merged into; null unless it was.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Its changes, oldest first.</summary>
    public IReadOnlyList<CauseClassChange> History => _history;

    /// <summary>The name as it is compared: without case and spaces.</summary>
    /// <param name="name">As typed.</param>
    public static string KeyOf(string name) => ServiceName.Key(name);

    /// <summary>Creates a class.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="name">Its name, as typed.</param>
    /// <param name="by">Who creates it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "name", when the name is missing, too long or mentions a person.</returns>
    public static Result<CauseClass> Create(Guid id, string? name, PersonId by, DateTimeOffset now)
    {
        var checkedName = CheckName(name);
        if (!checkedName.Ok)
        {
            return checkedName.Refusal;
        }

        var created = new CauseClass { Id = id, Name = checkedName.Value, Key = KeyOf(checkedName.Value) };
        created.Record("created", by, now);
        return created;
    }

    /// <summary>Whether someone who types this name means this class.</summary>
    /// <param name="name">As typed.</param>
    public bool IsNamed(string name) => KeyOf(name) is { Length: > 0 } key && (Key == key || _synonyms.Exists(each => KeyOf(each) == key));

    /// <summary>Renames the class. That no other class has the name is checked by the caller.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="by">Who renames it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "name", when the name is missing, too long or mentions a person.</returns>
    public Result Rename(string name, PersonId by, DateTimeOffset now)
    {
        var checkedName = CheckName(name);
        if (!checkedName.Ok)
        {
            return checkedName.Refusal;
        }

        if (checkedName.Value != Name)
        {
            Record($"renamed from “{Name}” to “{checkedName.Value}”", by, now);
            (Name, Key) = (checkedName.Value, KeyOf(checkedName.Value));
        }

        return Result.Accepted;
    }

    /// <summary>Says what belongs to the class.</summary>
    /// <param name="sentence">As typed; empty clears it.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "sentence", when the text is too long or mentions a person.</returns>
    public Result Describe(string sentence, PersonId by, DateTimeOffset now)
    {
        var line = PlainText.OptionalLine(sentence, SentenceLimit, "sentence", "The sentence");
        if (!line.Ok)
        {
            return line.Refusal;
        }

        if (NoNames.Check(line.Value, "sentence") is { Ok: false, Refusal: var refusal })
        {
            return refusal;
        }

        if (line.Value != Sentence)
        {
            Record(Sentence.Length == 0 ? "sentence written" : $"sentence changed; it said: “{Sentence}”", by, now);
            Sentence = line.Value;
        }

        return Result.Accepted;
    }

    /// <summary>Sets the other names under which people look for the class.</summary>
    /// <param name="synonyms">As typed, one each; empty ones and repetitions are left out.</param>
    /// <param name="by">Who sets them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "synonyms", when there are too many, or one is too long or mentions a person.</returns>
    public Result SetSynonyms(IEnumerable<string> synonyms, PersonId by, DateTimeOffset now)
    {
        var kept = new List<string>();
        foreach (var synonym in synonyms)
        {
            var line = PlainText.OptionalLine(synonym, NameLimit, "synonyms", "A synonym");
            if (!line.Ok || NoNames.Check(line.Value, "synonyms") is { Ok: false })
            {
                return line.Refusal ?? NoNames.Check(line.Value, "synonyms").Refusal!;
            }

            if (line.Value.Length > 0 && !kept.Exists(each => KeyOf(each) == KeyOf(line.Value)) && KeyOf(line.Value) != Key)
            {
                kept.Add(line.Value);
            }
        }

        if (kept.Count > MostSynonyms)
        {
            return new Refusal($"At most {MostSynonyms} synonyms fit. Remove {kept.Count - MostSynonyms}.", "synonyms");
        }

        if (!kept.SequenceEqual(_synonyms, StringComparer.Ordinal))
        {
            Record(kept.Count == 0 ? "synonyms removed" : $"synonyms: {string.Join(", ", kept)}", by, now);
            _synonyms = kept;
        }

        return Result.Accepted;
    }

    /// <summary>Makes this class a part of another one: from now on all its incidents count for that class, past ones too.</summary>
    /// <param name="other">The class that remains.</param>
    /// <param name="by">Who merges them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused, about "merge_into", when the other class is this one or is itself merged.</returns>
    public Result MergeInto(CauseClass other, PersonId by, DateTimeOffset now)
    {
        if (MergedInto == other.Id)
        {
            return Result.Accepted;
        }

        if (other.Id == Id || other.MergedInto is not null || MergedInto is not null)
        {
            return new Refusal("One of the two is already merged into another class. Open the list again.", "merge_into");
        }

        MergedInto = other.Id;
        Record($"merged into “{other.Name}”", by, now);
        other.Record($"“{Name}” merged into this class", by, now);
        return Result.Accepted;
    }

    /// <summary>Records that incidents of this class moved to another one.</summary>
    /// <param name="other">Their new class.</param>
    /// <param name="incidents">How many moved; nothing is recorded for none.</param>
    /// <param name="by">Who split the class.</param>
    /// <param name="now">When, UTC.</param>
    public void RecordSplit(CauseClass other, int incidents, PersonId by, DateTimeOffset now)
    {
        if (incidents > 0)
        {
            var moved = incidents == 1 ? "1 incident" : FormattableString.Invariant($"{incidents} incidents");
            Record($"split: {moved} moved to “{other.Name}”", by, now);
            other.Record($"{moved} moved here from “{Name}”", by, now);
        }
    }

    private static Result<string> CheckName(string? name)
    {
        var line = PlainText.OneLine(name, NameLimit, "name", "The name");
        return line.Ok && NoNames.Check(line.Value, "name") is { Ok: false, Refusal: var refusal } ? refusal : line;
    }

    private void Record(string what, PersonId by, DateTimeOffset now)
    {
        Version++;
        _history.Add(new CauseClassChange(now.ToUniversalTime(), by, what));
    }
}
