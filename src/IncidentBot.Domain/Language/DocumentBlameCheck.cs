using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.Language;

/// <summary>A text of a post-mortem with blaming words that were neither reworded nor kept with a reason.</summary>
/// <param name="Section">The section.</param>
/// <param name="Words">The blaming words.</param>
/// <param name="Finding">What the check says.</param>
public sealed record UnresolvedFinding(DocumentSection Section, string Words, BlameFinding Finding);

/// <summary>Checks all texts of a post-mortem for blame before it is published.</summary>
public static class DocumentBlameCheck
{
    /// <summary>Every text with its section, in the document's order.</summary>
    /// <param name="facts">The document as it would be printed.</param>
    public static IEnumerable<(DocumentSection Section, FieldText FieldText)> Texts(CompletenessInput facts) =>
        from section in WriteUpSections.All
        from text in section.Texts(facts)
        select (section.Id, text);

    /// <summary>The texts that have to be reworded, or kept with a reason, before publishing.</summary>
    /// <param name="facts">The document as it would be printed.</param>
    /// <param name="people">The people whose names are recognised.</param>
    /// <param name="kept">The wordings that were kept with a reason.</param>
    public static IReadOnlyList<UnresolvedFinding> UnresolvedFindings(
        CompletenessInput facts, PeoplePresent people, IReadOnlyCollection<AcceptedWording> kept) =>
    [
        .. from text in Texts(facts)
           let finding = TopFinding.In(text.FieldText.Text, text.FieldText.Field, people)
           where finding is not null && !kept.Any(known => known.Covers(text.FieldText))
           select new UnresolvedFinding(text.Section, finding.WordsIn(text.FieldText.Text), finding),
    ];
}
