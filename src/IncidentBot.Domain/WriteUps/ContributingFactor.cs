using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>The category of a factor. The numbers are stored and never change.</summary>
public enum FactorCategory
{
    /// <summary>Code, data, infrastructure, tools.</summary>
    Technical = 1,

    /// <summary>How work is done: reviews, releases, runbooks.</summary>
    Process = 2,

    /// <summary>Who knew what, and when.</summary>
    Communication = 3,

    /// <summary>Pressure, time of day, load, external conditions.</summary>
    Environmental = 4,
}

/// <summary>What a factor did to the incident. The numbers are stored and never change.</summary>
public enum FactorEffect
{
    /// <summary>It made the incident possible.</summary>
    Possible = 1,

    /// <summary>It made the incident worse.</summary>
    Worse = 2,

    /// <summary>It made the incident harder to notice.</summary>
    Detection = 3,

    /// <summary>It made the incident harder to fix.</summary>
    Resolution = 4,
}

/// <summary>What is written about a factor.</summary>
/// <param name="Text">One condition, without a person's name; 1 to <see cref="PostMortemLimits.Point"/> characters.</param>
/// <param name="Category">The category; may be missing when the effect is given.</param>
/// <param name="Effect">The effect; may be missing when the category is given.</param>
/// <param name="IsAssumption">A reasonable assumption that turned out wrong.</param>
public sealed record FactorDraft(string Text, FactorCategory? Category, FactorEffect? Effect, bool IsAssumption = false)
{
    /// <summary>Fields "text" and "category".</summary>
    internal Refusal? Check() =>
        TextRule.Required(
            Text,
            PostMortemLimits.Point,
            "text",
            "Describe a condition that made the incident possible, worse, or harder to detect or fix.")
        ?? NoNames.Check(Text, "text").Refusal
        ?? (Category is null && Effect is null
            ? new Refusal("Choose a category or an effect; one of the two is required.", "category")
            : null);
}

/// <summary>One of the conditions that together led to the incident.</summary>
public sealed class ContributingFactor
{
    private ContributingFactor()
    {
    }

    internal ContributingFactor(Guid id, int position, FactorDraft draft)
    {
        (Id, Position) = (id, position);
        Write(draft);
    }

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place in the list, ascending; gaps are possible.</summary>
    public int Position { get; private set; }

    /// <summary>One condition, without a person's name.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The category, if given.</summary>
    public FactorCategory? Category { get; private set; }

    /// <summary>The effect, if given.</summary>
    public FactorEffect? Effect { get; private set; }

    /// <summary>A reasonable assumption that turned out wrong.</summary>
    public bool IsAssumption { get; private set; }

    internal void Write(FactorDraft draft) =>
        (Text, Category, Effect, IsAssumption) = (TextRule.Clean(draft.Text), draft.Category, draft.Effect, draft.IsAssumption);
}
