using IncidentBot.Domain.Language.Blame;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.Domain.Language;

/// <summary>A text of a post-mortem that still has blaming words and that no one decided to keep.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Words">The words in question.</param>
/// <param name="Finding">What the check says.</param>
public sealed record UnresolvedFinding(DocumentSection Section, string Words, BlameFinding Finding);

/// <summary>The texts of a post-mortem that the blame check looks at before it is published.</summary>
public static class DocumentBlameCheck
{
    /// <summary>Every text with its section, in the document's order.</summary>
    /// <param name="postMortem">The document.</param>
    public static IEnumerable<(DocumentSection Section, FieldText FieldText)> Texts(PostMortem postMortem) =>
        from section in WriteUpSections.All
        from text in section.Texts(postMortem.WriteUp)
        select (section.Id, text);

    /// <summary>The texts that have to be reworded, or kept with a reason, before publishing.</summary>
    /// <param name="postMortem">The document.</param>
    /// <param name="people">Whose names count as names.</param>
    /// <param name="kept">What was kept with a reason.</param>
    public static IReadOnlyList<UnresolvedFinding> UnresolvedFindings(PostMortem postMortem, PeoplePresent people, IReadOnlyCollection<AcceptedWording> kept) =>
    [
        .. from text in Texts(postMortem)
           let finding = TopFinding.In(text.FieldText.Text, text.FieldText.Field, people)
           where finding is not null && !kept.Any(known => known.Covers(text.FieldText))
           select new UnresolvedFinding(text.Section, finding.WordsIn(text.FieldText.Text), finding),
    ];
}
