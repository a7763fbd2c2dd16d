using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

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
        var facts = new CompletenessInput(postMortem, timelineEntries, actions, acceptedActions);
        return new Completeness(
        [
            .. WriteUpSections.All.Select(section => section.Check?.Of(section.Id, facts)).OfType<CompletenessLine>(),
            .. Corrections(postMortem),
        ]);
    }

    /// <summary>Adds the open findings of the blame check: a section blocks until it is reworded, or kept with a reason.</summary>
    /// <param name="open">The open findings.</param>
    public Completeness With(IEnumerable<UnresolvedFinding> open) => new(
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

    private static string Sentence(IReadOnlyList<UnresolvedFinding> places) =>
        $"{WriteUpSections.Of(places[0].Section).QuoteIntro} “{places[0].Words}”"
        + $"{(places.Count > 1 ? $" ({places.Count - 1} more like this)" : "")}. "
        + $"{places[0].Finding.Reframe} Reword it, or keep it and say why.";
}
