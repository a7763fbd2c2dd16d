using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>One chain of whys from an observable failure to a structural gap. A value, replaced as a whole.</summary>
/// <param name="StartSymptom">The failure that anyone could see; empty while unknown.</param>
/// <param name="Whys">The answers in order, each to the question "why?" about the one before.</param>
/// <param name="StructuralGap">The last answer as one sentence: the gap most worth closing; empty while unknown.</param>
/// <param name="TrueForAnyAuthor">Ticked: it would be true no matter who shipped the change.</param>
/// <param name="FixableByEngineering">Ticked: the team can change it with engineering work, not with a memo.</param>
public sealed record WhyChain(
    string StartSymptom,
    IReadOnlyList<string> Whys,
    string StructuralGap,
    bool TrueForAnyAuthor,
    bool FixableByEngineering)
{
    /// <summary>The id of the first chain: always the same, so that two people who start it at once write one chain.</summary>
    public static readonly Guid First = new("00000000-0000-0000-0000-000000000001");

    /// <summary>Given by the caller; <see cref="First"/> by default.</summary>
    public Guid Id { get; init; } = First;

    /// <summary>More detail, where one sentence is not enough; usually empty.</summary>
    public string Narrative { get; init; } = "";

    /// <summary>Fewer whys than this draw a warning, never a refusal.</summary>
    public const int FewWhys = 3;

    /// <summary>Nothing is written yet.</summary>
    public static WhyChain Empty { get; } = new("", [], "", false, false);

    /// <summary>Compares the answers one by one.</summary>
    /// <param name="other">The chain to compare with.</param>
    public bool Equals(WhyChain? other) =>
        other is not null
        && Id == other.Id
        && StartSymptom == other.StartSymptom
        && StructuralGap == other.StructuralGap
        && Narrative == other.Narrative
        && TrueForAnyAuthor == other.TrueForAnyAuthor
        && FixableByEngineering == other.FixableByEngineering
        && Whys.SequenceEqual(other.Whys);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StartSymptom, StructuralGap, Whys.Count);

    /// <summary>Nothing is written in it.</summary>
    internal bool IsBlank => this == Empty with { Id = Id };

    /// <summary>Its name in the record of changes.</summary>
    internal string Part => PostMortemPart.OfWhys(Id);

    /// <summary>Without blanks around the texts and without empty answers.</summary>
    internal WhyChain Cleaned() => this with
    {
        StartSymptom = TextRule.Clean(StartSymptom),
        Whys = [.. Whys.Select(TextRule.Clean).Where(why => why.Length > 0)],
        StructuralGap = TextRule.Clean(StructuralGap),
        Narrative = TextRule.Clean(Narrative),
    };

    /// <summary>Refuses what is too long, too many, or mentions a person; fields "symptom", "why_1"..., "gap", "narrative".</summary>
    internal Refusal? Check()
    {
        if (Whys.Count > PostMortemLimits.Points)
        {
            return new Refusal($"At most {PostMortemLimits.Points} whys fit in one chain. Remove one.", "whys");
        }

        return Whys.Select((why, index) => (why, field: $"why_{index + 1}"))
            .Prepend((StartSymptom, "symptom"))
            .Append((StructuralGap, "gap"))
            .Select(entry => TextRule.AtMost(entry.Item1, PostMortemLimits.Point, entry.Item2)
                ?? NoNames.Check(entry.Item1, entry.Item2).Refusal)
            .Append(TextRule.AtMost(Narrative, PostMortemLimits.Section, "narrative") ?? NoNames.Check(Narrative, "narrative").Refusal)
            .FirstOrDefault(refusal => refusal is not null);
    }
}
