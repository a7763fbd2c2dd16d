using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>Where a learning goes. The numbers are stored and never change.</summary>
public enum LearningDestination
{
    /// <summary>A runbook.</summary>
    Runbook = 1,

    /// <summary>Monitoring and alerts.</summary>
    Monitoring = 2,

    /// <summary>Tests, above all those in continuous integration.</summary>
    Testing = 3,

    /// <summary>Architecture: a decision record, a risk, a layer of protection.</summary>
    Architecture = 4,

    /// <summary>Training: a gap in skills.</summary>
    Training = 5,
}

/// <summary>Something that the team learned.</summary>
public sealed class Learning
{
    private Learning()
    {
    }

    internal Learning(Guid id, int position, string text, LearningDestination? destination, string? link)
    {
        (Id, Position) = (id, position);
        Write(text, destination, link);
    }

    /// <summary>Given by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place in the list, ascending; gaps are possible.</summary>
    public int Position { get; private set; }

    /// <summary>The insight, without a person's name; 1 to <see cref="PostMortemLimits.Point"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where it goes; null while undecided.</summary>
    public LearningDestination? Destination { get; private set; }

    /// <summary>The address of the result: a decision record, a risk, a runbook, a test; null when there is none.</summary>
    public string? Link { get; private set; }

    /// <summary>Field "text".</summary>
    internal static Refusal? Check(string text) =>
        TextRule.Required(text, PostMortemLimits.Point, "text", "Write down what the team learned.")
        ?? NoNames.Check(text, "text").Refusal;

    internal void Write(string text, LearningDestination? destination, string? link) =>
        (Text, Destination, Link) = (TextRule.Clean(text), destination, TextRule.CleanOrNull(link));
}
