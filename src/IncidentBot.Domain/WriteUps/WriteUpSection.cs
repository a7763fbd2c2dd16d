using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.WriteUps;

/// <summary>The data that the checks before publishing use: the document as it would be printed.</summary>
/// <param name="PostMortem">The post-mortem.</param>
/// <param name="TimelineEntries">How many timeline entries people contributed; not negative.</param>
/// <param name="Actions">How many action items it has that were not dropped.</param>
/// <param name="AcceptedActions">How many of those their owners accepted.</param>
public sealed record CompletenessInput(PostMortem PostMortem, int TimelineEntries, int Actions, int AcceptedActions)
{
    /// <summary>What the incident says where nothing is written.</summary>
    public WriteUpDefaults Defaults { get; init; } = WriteUpDefaults.None;

    /// <summary>As in <see cref="WriteUp.PendingCorrections"/>.</summary>
    public IReadOnlyDictionary<DocumentSection, DateTimeOffset> EditedElsewhere { get; init; } =
        new Dictionary<DocumentSection, DateTimeOffset>();

    /// <summary>The document itself.</summary>
    public WriteUp WriteUp => PostMortem.WriteUp;

    /// <summary>The summary as it would be printed.</summary>
    public string Summary => Defaults.SummaryOf(WriteUp);

    /// <summary>The impact as it would be printed.</summary>
    public Impact Impact => Defaults.ImpactOf(WriteUp);
}

/// <summary>The post-mortems that require a section before publishing.</summary>
public enum RequiredFor
{
    /// <summary>None: a missing section is only a warning.</summary>
    NoPostMortem,

    /// <summary>Those that are required.</summary>
    RequiredPostMortems,

    /// <summary>All of them.</summary>
    AllPostMortems,
}

/// <summary>What a section needs before publishing.</summary>
/// <param name="IsDone">Whether the section has what it needs.</param>
/// <param name="Why">What is missing and why, in one sentence for the facilitator.</param>
/// <param name="For">The post-mortems that require it.</param>
public sealed record SectionCheck(Func<CompletenessInput, bool> IsDone, string Why, RequiredFor For = RequiredFor.NoPostMortem)
{
    internal CompletenessLine Of(DocumentSection section, CompletenessInput facts) => new(
        section,
        IsDone(facts),
        For == RequiredFor.AllPostMortems
            || (For == RequiredFor.RequiredPostMortems && facts.PostMortem.Need == PostMortemNeed.Required),
        Why);
}

/// <summary>One section of the write-up.</summary>
/// <param name="Id">The section.</param>
/// <param name="Label">Its heading and its name in menus; at most 75 characters.</param>
public sealed record WriteUpSection(DocumentSection Id, string Label)
{
    /// <summary>
    /// The word for it in buttons and in the record of changes; null when people don't write it. Never changes once released.
    /// </summary>
    public string? Word { get; init; }

    /// <summary>True if it is a list of items, each with its own form.</summary>
    public bool IsList { get; init; }

    /// <summary>The section in whose form it is written, and on whose line of the overview it is shown; null for its own.</summary>
    public DocumentSection? PartOf { get; init; }

    /// <summary>False for sections that are only checked.</summary>
    public bool IsPrinted { get; init; } = true;

    /// <summary>What it needs before publishing; null for nothing.</summary>
    public SectionCheck? Check { get; init; }

    /// <summary>The texts that the blame check reads; empty for none.</summary>
    public Func<CompletenessInput, IEnumerable<FieldText>> Texts { get; init; } = static _ => [];

    /// <summary>How a finding of the blame check introduces the quoted words: "The summary says".</summary>
    public string QuoteIntro { get; init; } = "";

    /// <summary>True if people write it: it has a line in the overview, and readers can report mistakes in it.</summary>
    public bool IsWritten => Word is not null && PartOf is null;
}
