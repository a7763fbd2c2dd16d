using IncidentBot.Domain.PostMortems;

namespace IncidentBot.Domain.Meetings;

/// <content>The artefacts that were gathered for the meeting.</content>
public sealed partial class MeetingPlan
{
    /// <summary>The artefacts that someone linked or marked as not available, in the checklist's order.</summary>
    public IReadOnlyList<Artefact> Artefacts => _artefacts;

    /// <summary>The artefacts still to be gathered, in the checklist's order.</summary>
    public IReadOnlyList<ArtefactKind> MissingArtefacts =>
        [.. Enum.GetValues<ArtefactKind>().Except(_artefacts.Select(artefact => artefact.Kind))];

    /// <summary>Answers the checklist; a kind without an answer becomes open.</summary>
    /// <param name="artefacts">At most one of each kind.</param>
    /// <param name="by">Who gathered them.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Refused when a link is not a web address; the field is the kind's name in lower case.</returns>
    public Result GatherArtefacts(IEnumerable<Artefact> artefacts, PersonId by, DateTimeOffset now)
    {
        var gathered = artefacts.OrderBy(artefact => artefact.Kind).ToList();
        foreach (var artefact in gathered)
        {
            var field = artefact.Kind.ToString().ToLowerInvariant();
            if (CheckAddress(artefact.Link, field, "Enter a full web address, such as https://logs.example.com/1, or the word none.")
                is { } refusal)
            {
                return refusal;
            }
        }

        return ChangeIf(
            !gathered.SequenceEqual(_artefacts),
            () => Replace(_artefacts, gathered),
            by,
            now,
            "artefacts gathered",
            PostMortemPart.Artefacts);
    }
}
