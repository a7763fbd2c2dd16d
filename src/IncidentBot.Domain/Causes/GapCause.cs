namespace IncidentBot.Domain.Causes;

/// <summary>The cause class of one structural gap, with the text that it was chosen for: the suggestions learn from these.</summary>
public sealed class GapCause
{
    private GapCause()
    {
    }

    /// <summary>The incident.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>The chain of whys that ends in the gap.</summary>
    public Guid Chain { get; private set; }

    /// <summary>The class as it was chosen; it may have been merged into another one since.</summary>
    public Guid Class { get; private set; }

    /// <summary>The gap's sentence.</summary>
    public string Gap { get; private set; } = "";

    /// <summary>The contributing factors.</summary>
    public string Factors { get; private set; } = "";

    /// <summary>The incident's title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The service's name; empty if none is named.</summary>
    public string Service { get; private set; } = "";

    /// <summary>Who chose the class last.</summary>
    public PersonId By { get; private set; }

    /// <summary>When the class or the text changed last, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the class was chosen for.</summary>
    public CauseText Text => new(Gap, Factors, Title, Service);

    /// <summary>Chooses a class for a gap.</summary>
    /// <param name="incident">The incident's number.</param>
    /// <param name="chain">The chain of whys.</param>
    public static GapCause Of(int incident, Guid chain) => new() { IncidentNumber = incident, Chain = chain };

    /// <summary>Sets the class and the text; true if either changed.</summary>
    /// <param name="cause">The class.</param>
    /// <param name="text">The text it is chosen for.</param>
    /// <param name="by">Who chooses it.</param>
    /// <param name="now">When, UTC.</param>
    public bool Set(Guid cause, CauseText text, PersonId by, DateTimeOffset now)
    {
        if (Class == cause && Text == text)
        {
            return false;
        }

        (Class, Gap, Factors, Title, Service) = (cause, text.Gap, text.Factors, text.Title, text.Service);
        (By, At) = (by, now.ToUniversalTime());
        return true;
    }
}
