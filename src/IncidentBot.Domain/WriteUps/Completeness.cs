using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.WriteUps;

/// <summary>One line of the checklist before publishing.</summary>
/// <param name="Section">The section.</param>
/// <param name="Done">Whether the section has what it needs.</param>
/// <param name="Blocks">True if publishing is refused until it is done; otherwise it is a warning.</param>
/// <param name="Why">One sentence on why it matters.</param>
public sealed record CompletenessLine(DocumentSection Section, bool Done, bool Blocks, string Why);

/// <summary>
/// The checklist before publishing. A required post-mortem needs four timeline entries, a factor, the structural gap, an action item
/// or a reason for none, a reason for every blaming wording that stays, and every correction answered and made. A recommended or
/// optional one only needs the factor, the gap, the reasons and the corrections, so that a small incident stays cheap to write up.
/// There is no override, because entries can be added later; what the bot recorded does not count as one. Everything else, such as
/// few whys or unaccepted action items, is a warning.
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
    /// <param name="timelineEntries">How many timeline entries people contributed; not negative.</param>
    /// <param name="actions">How many action items it has that were not dropped.</param>
    /// <param name="acceptedActions">How many of those their owners accepted.</param>
    public static Completeness Of(PostMortem postMortem, int timelineEntries, int actions, int acceptedActions) =>
        Of(new CompletenessInput(postMortem, timelineEntries, actions, acceptedActions));

    /// <summary>Checks a document as it would be printed.</summary>
    /// <param name="facts">The document and what is known around it.</param>
    public static Completeness Of(CompletenessInput facts) => new(
    [
        .. WriteUpSections.All.Select(section => section.Check?.Of(section.Id, facts)).OfType<CompletenessLine>(),
        .. Corrections(facts.WriteUp, facts.EditedElsewhere),
    ]);

    /// <summary>Adds the unresolved findings of the blame check: each blocks until its text is reworded, or kept with a reason.</summary>
    /// <param name="findings">The findings.</param>
    public Completeness WithFindings(IEnumerable<UnresolvedFinding> findings) => new(
        [.. Lines, .. findings.GroupBy(finding => finding.Section)
            .Select(section => new CompletenessLine(section.Key, false, true, Sentence([.. section])))]);

    /// <summary>Corrections block publishing until each is answered and made, so that no reported mistake is published.</summary>
    private static IEnumerable<CompletenessLine> Corrections(
        WriteUp writeUp, IReadOnlyDictionary<DocumentSection, DateTimeOffset> editedElsewhere)
    {
        var open = writeUp.Corrections.Count(correction => correction.Answer is CorrectionAnswer.Open);
        if (writeUp.Corrections.Count > 0)
        {
            yield return new(DocumentSection.Corrections, open == 0, true, open == 1
                ? "One correction is unanswered: accept it, or decline it with a reason."
                : $"{open} corrections are unanswered: accept each, or decline it with a reason.");
        }

        foreach (var correction in writeUp.PendingCorrections(editedElsewhere))
        {
            var place = correction.Section is { } section ? WriteUpSections.Of(section).Label : "the document";
            yield return new(
                DocumentSection.Corrections, false, true, $"An accepted correction is not made yet: edit {place}, or press Already right.");
        }
    }

    private static string Sentence(IReadOnlyList<UnresolvedFinding> findings) =>
        $"{WriteUpSections.Of(findings[0].Section).QuoteIntro} “{findings[0].Words}”"
        + $"{(findings.Count > 1 ? $" ({findings.Count - 1} more like this)" : "")}. "
        + $"{findings[0].Finding.Reframe} Reword it, or keep it and say why.";
}
