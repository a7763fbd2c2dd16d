using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Everything that the write-up prints.</summary>
/// <param name="Dossier">The post-mortem and what belongs to it.</param>
/// <param name="Timeline">Its lines, oldest first, people shown as the setting says.</param>
/// <param name="Names">The names of facilitator, participants and owners.</param>
internal sealed record WriteUp(Dossier Dossier, IReadOnlyList<WriteUpLine> Timeline, IReadOnlyDictionary<PersonId, string> Names)
{
    public Gaps Gaps => Gaps.Of(Dossier.Incident.Milestones, Dossier.Entries, Dossier.Incident.WorkedGaps);

    public string FileName => $"post-mortem-{Dossier.Subject}.md";

    public string NameOf(PersonId person) => Names.GetValueOrDefault(person) ?? person.Value;
}
