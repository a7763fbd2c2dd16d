using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.WriteUps;

/// <summary>A section whose state decides whether the write-up is complete.</summary>
public enum DocumentSection
{
    /// <summary>The summary.</summary>
    Summary,

    /// <summary>The timeline's entries.</summary>
    Timeline,

    /// <summary>The impact.</summary>
    Impact,

    /// <summary>The number of whys and the two ticks.</summary>
    Whys,

    /// <summary>The structural gap, one sentence.</summary>
    StructuralGap,

    /// <summary>The contributing factors.</summary>
    Factors,

    /// <summary>What went well.</summary>
    WentWell,

    /// <summary>What could be better.</summary>
    CouldBeBetter,

    /// <summary>The learnings.</summary>
    Learnings,

    /// <summary>The action items, or the reason for none.</summary>
    Actions,

    /// <summary>Whether the owners accepted.</summary>
    AcceptedActions,

    /// <summary>Unanswered corrections.</summary>
    Corrections,
}

/// <summary>One line of the list of what a write-up still needs.</summary>
/// <param name="Section">What it is about.</param>
/// <param name="Done">It is there.</param>
/// <param name="Blocks">While it is not there, publishing is refused; otherwise it is a warning.</param>
/// <param name="Why">One sentence on why it matters.</param>
public sealed record CompletenessLine(DocumentSection Section, bool Done, bool Blocks, string Why);

/// <summary>
/// What a write-up still needs. Required are four timeline entries, a factor, the structural gap,
/// an action item or a reason for none, and no blaming words without a reason. All of these block a required post-mortem. A
/// recommended or optional one only needs
/// the factor, the gap and no blame, so that a small incident stays cheap to write up. There is no override: recorded facts
/// count as entries, and entries can be added later. Few whys, unaccepted actions and everything else are warnings.
/// </summary>
public sealed class Completeness
{
    /// <summary>Fewer timeline entries than this are too few to learn from.</summary>
    public const int TimelineEntries = 4;

    private Completeness(IReadOnlyList<CompletenessLine> lines) => Lines = lines;

    /// <summary>Every line, in the document's order.</summary>
    public IReadOnlyList<CompletenessLine> Lines { get; }

    /// <summary>What has to be done before it can be published.</summary>
    public IEnumerable<CompletenessLine> Blocking => Lines.Where(line => line is { Done: false, Blocks: true });

    /// <summary>What would make it better.</summary>
    public IEnumerable<CompletenessLine> Warnings => Lines.Where(line => line is { Done: false, Blocks: false });

    /// <summary>Nothing blocks publishing.</summary>
    public bool CanPublish => !Blocking.Any();

    /// <summary>Checks a post-mortem and its incident.</summary>
    /// <param name="postMortem">The document.</param>
    /// <param name="timelineEntries">How many timeline entries the incident has; not negative.</param>
    /// <param name="actions">How many action items it has that were not dropped.</param>
    /// <param name="acceptedActions">How many of those their owners accepted.</param>
    public static Completeness Of(PostMortem postMortem, int timelineEntries, int actions, int acceptedActions)
    {
        var required = postMortem.Need == PostMortemNeed.Required;
        var sentences = SummarySentences.Count(postMortem.WriteUp.Summary);
        var chain = postMortem.WriteUp.WhyChain;
        return new Completeness(
        [
            new(DocumentSection.Summary, sentences is 2 or 3, false,
                "Say in two or three sentences what happened, when, and what the impact was."),
            new(DocumentSection.Timeline, timelineEntries >= TimelineEntries, required,
                "Add at least four timeline entries."),
            new(DocumentSection.Impact, postMortem.WriteUp.Impact != Impact.Unknown, false,
                "State the impact: who was affected, how, and for how long."),
            new(
                DocumentSection.Whys,
                chain.Whys.Count >= WhyChain.FewWhys && chain is { TrueForAnyAuthor: true, FixableByEngineering: true },
                false,
                "Ask why at least three times, then tick both checks below the chain."),
            new(DocumentSection.StructuralGap, chain.StructuralGap.Length > 0, true,
                "Write one sentence about the system that says what has to change."),
            new(DocumentSection.Factors, postMortem.WriteUp.Factors.Count > 0, true,
                "Name at least one contributing factor."),
            new(DocumentSection.WentWell, postMortem.WriteUp.WentWell.Count > 0, false,
                "Add at least one thing that went well."),
            new(DocumentSection.Learnings, postMortem.WriteUp.Learnings.Count > 0, false,
                "Add at least one learning."),
            new(DocumentSection.Actions, actions > 0 || postMortem.WriteUp.NoActionsReason is not null, required,
                "Add an action item, or write down why none is needed."),
            new(DocumentSection.AcceptedActions, actions <= acceptedActions, false,
                "Some owners have not accepted their action items yet."),
            .. Corrections(postMortem),
        ]);
    }

    /// <summary>Adds the open findings of the blame check: a section blocks until it is reworded, or kept with a reason.</summary>
    /// <param name="open">The open findings.</param>
    public Completeness With(IEnumerable<OpenWording> open) => new(
        [.. Lines, .. open.GroupBy(wording => wording.Section)
            .Select(places => new CompletenessLine(places.Key, false, true, Sentence([.. places])))]);

    /// <summary>Unanswered corrections block publishing, so that no reported mistake ends up in the write-up.</summary>
    private static IEnumerable<CompletenessLine> Corrections(PostMortem postMortem)
    {
        var open = postMortem.WriteUp.Corrections.Count(correction => correction.Answer is CorrectionAnswer.Open);
        if (postMortem.WriteUp.Corrections.Count > 0)
        {
            yield return new(DocumentSection.Corrections, open == 0, true, open == 1
                ? "One correction is unanswered: accept it, or decline it with a reason."
                : $"{open} corrections are unanswered: accept each, or decline it with a reason.");
        }
    }

    private static string Sentence(IReadOnlyList<OpenWording> places) =>
        $"{PlaceOf(places[0].Section)} “{places[0].Words}”{(places.Count > 1 ? $" ({places.Count - 1} more like this)" : "")}. "
        + $"{places[0].Finding.Reframe} Reword it, or keep it and say why.";

    private static string PlaceOf(DocumentSection section) => section switch
    {
        DocumentSection.Summary => "The summary says",
        DocumentSection.Whys => "The 5 Whys say",
        DocumentSection.Factors => "A contributing factor says",
        DocumentSection.WentWell => "What went well says",
        DocumentSection.CouldBeBetter => "What could be better says",
        _ => "A learning says",
    };
}
