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

    /// <summary>The owners' yes.</summary>
    AcceptedActions,

    /// <summary>What readers said is wrong.</summary>
    Corrections,
}

/// <summary>One line of the list that shows what a write-up still lacks.</summary>
/// <param name="Section">What it is about.</param>
/// <param name="Done">It is there.</param>
/// <param name="Blocks">While it is not there, publishing is refused; otherwise it is a warning.</param>
/// <param name="Why">One sentence on why it matters.</param>
public sealed record CompletenessLine(DocumentSection Section, bool Done, bool Blocks, string Why);

/// <summary>
/// What a write-up still lacks. The gate is: four timeline entries, a factor, the structural sentence,
/// and an action or the written reason for none; and no blame that nobody decided to keep. All of it blocks a required post-mortem; of a recommended or optional one
/// only factor, sentence and blame do, so that a small incident stays cheap to write up. There is no override: the bot's own facts
/// are entries, and any line can be added after the fact. Few whys, unaccepted actions and everything else warn.
/// </summary>
public sealed class Completeness
{
    /// <summary>Fewer timeline entries than this tell no story.</summary>
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

    /// <summary>Looks at a document and at what belongs to its incident.</summary>
    /// <param name="postMortem">The document.</param>
    /// <param name="timelineEntries">How many timeline entries the incident has; not negative.</param>
    /// <param name="actions">How many action items it has that were not dropped.</param>
    /// <param name="acceptedActions">How many of those their owners accepted.</param>
    public static Completeness Of(PostMortem postMortem, int timelineEntries, int actions, int acceptedActions)
    {
        var required = postMortem.Need == PostMortemNeed.Required;
        var sentences = SummarySentences.Count(postMortem.Summary);
        var chain = postMortem.WhyChain;
        return new Completeness(
        [
            new(DocumentSection.Summary, sentences is 2 or 3, false,
                "Two or three sentences are what most readers will read: what happened, when, and its impact."),
            new(DocumentSection.Timeline, timelineEntries >= TimelineEntries, required,
                "With fewer than four entries the gaps, where the learning is, stay invisible."),
            new(DocumentSection.Impact, postMortem.Impact != Impact.Unknown, false,
                "Without its impact nobody can weigh the actions."),
            new(DocumentSection.Whys, chain.Whys.Count >= WhyChain.FewWhys && chain is { TrueWhoeverShippedIt: true, FixableByEngineering: true }, false,
                "A chain of fewer than three whys, or one that is not true whoever shipped the change and fixable by engineering, mostly stopped too early."),
            new(DocumentSection.StructuralGap, chain.StructuralGap.Length > 0, true,
                "One structural sentence says what to close, so that this class of problem does not come back."),
            new(DocumentSection.Factors, postMortem.Factors.Count > 0, true,
                "No incident has a single cause; name at least one condition that made it possible, worse, or harder to see or fix."),
            new(DocumentSection.WentWell, postMortem.WentWell.Count > 0, false,
                "What went well is what to keep doing."),
            new(DocumentSection.Learnings, postMortem.Learnings.Count > 0, false,
                "A learning that is not written down is learned again in the next incident."),
            new(DocumentSection.Actions, actions > 0 || postMortem.NoActionsReason is not null, required,
                "Without an action nothing changes; if there is none, write down why."),
            new(DocumentSection.AcceptedActions, actions <= acceptedActions, false,
                "Not every owner has said yes yet; the write-up shows who has."),
            .. Corrections(postMortem),
        ]);
    }

    /// <summary>The same with what the blame check still speaks of: a section blocks until it is reworded, or kept with a reason.</summary>
    /// <param name="open">What it speaks of.</param>
    public Completeness With(IEnumerable<OpenWording> open) => new(
        [.. Lines, .. open.GroupBy(wording => wording.Section).Select(places => new CompletenessLine(places.Key, false, true, Sentence([.. places])))]);

    /// <summary>Nobody who took the trouble to correct the draft finds the mistake in the write-up again.</summary>
    private static IEnumerable<CompletenessLine> Corrections(PostMortem postMortem)
    {
        var open = postMortem.Corrections.Count(correction => correction.Answer is CorrectionAnswer.Open);
        if (postMortem.Corrections.Count > 0)
        {
            yield return new(DocumentSection.Corrections, open == 0, true, open == 1
                ? "One correction waits for an answer: accept it or say why not, so that whoever sent it knows they were heard."
                : $"{open} corrections wait for an answer: accept each or say why not, so that whoever sent them knows they were heard.");
        }
    }

    private static string Sentence(IReadOnlyList<OpenWording> places) =>
        $"{PlaceOf(places[0].Section)} “{places[0].Words}”{(places.Count > 1 ? $", and there {(places.Count == 2 ? "is another place" : $"are {places.Count - 1} more places")} like it" : "")}. "
        + $"{places[0].Finding.Reframe} Reword it, or keep it as it is and say why.";

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
