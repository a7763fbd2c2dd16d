using IncidentBot.Domain.Language;
using IncidentBot.Domain.Meetings;

namespace IncidentBot.Domain.PostMortems;

/// <content>What the meeting works with: the artefacts that were gathered, and the board.</content>
public sealed partial class PostMortem
{
    private readonly List<Artefact> _artefacts = [];

    /// <summary>The artefacts that someone linked or marked as not available, in the checklist's order.</summary>
    public IReadOnlyList<Artefact> Artefacts => _artefacts;

    /// <summary>Where the shared board is, an absolute http or https address; null when there is none.</summary>
    public string? BoardLink { get; private set; }

    /// <summary>The artefacts that are still to gather, in the checklist's order.</summary>
    public IReadOnlyList<ArtefactKind> MissingArtefacts =>
        [.. Enum.GetValues<ArtefactKind>().Except(_artefacts.Select(artefact => artefact.Kind))];

    /// <summary>Answers the checklist; a kind without an answer becomes open.</summary>
    /// <param name="artefacts">At most one of each kind.</param>
    /// <param name="by">Who gathered them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when a link is no web address (the kind's name in lower case).</returns>
    public Result GatherArtefacts(IEnumerable<Artefact> artefacts, PersonId by, DateTimeOffset now)
    {
        var gathered = artefacts.OrderBy(artefact => artefact.Kind).ToList();
        foreach (var artefact in gathered)
        {
            var field = artefact.Kind.ToString().ToLowerInvariant();
            if (CheckLink(artefact.Link, field, "Enter a full web address, such as https://logs.example.com/1, or the word none.")
                is { } refusal)
            {
                return refusal;
            }
        }

        return Write(
            !gathered.SequenceEqual(_artefacts),
            () => Replace(_artefacts, gathered),
            by,
            now,
            "artefacts gathered",
            PostMortemPart.Artefacts);
    }

    private static Refusal? CheckLink(string? typed, string field, string otherwise)
    {
        var link = TextRule.CleanOrNull(typed);
        var isWebAddress = Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return link is null || (isWebAddress && link.Length <= PostMortemLimits.Link) ? null : new Refusal(otherwise, field);
    }
}
