using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
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

    /// <summary>What its message and its file are headed with, before the incident's title.</summary>
    public static string TitleOf(Incident incident) => incident.IsDrill ? "Drill post-mortem" : "Post-mortem";

    public string NameOf(PersonId person) => Names.GetValueOrDefault(person) ?? person.Value;
}
