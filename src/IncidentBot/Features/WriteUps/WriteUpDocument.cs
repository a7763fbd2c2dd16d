using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps;

/// <summary>A published version; its note says what it corrected, and is empty for the first one.</summary>
internal sealed record WriteUpVersion(int Revision, DateTimeOffset At, string Note);

/// <summary>All data of a printed write-up.</summary>
/// <param name="PostMortemView">The post-mortem, its incident and its action items.</param>
/// <param name="Timeline">The lines of the timeline, oldest first; a setting decides how people are named.</param>
/// <param name="Names">The names of facilitator, participants and owners.</param>
internal sealed record WriteUpDocument(
    PostMortemView PostMortemView, IReadOnlyList<WriteUpLine> Timeline, IReadOnlyDictionary<PersonId, string> Names)
{
    /// <summary>The published versions so far, this one last; empty for a draft.</summary>
    public IReadOnlyList<WriteUpVersion> Versions { get; init; } = [];

    /// <summary>The messages that people parked as questions, in plain words, oldest first.</summary>
    public IReadOnlyList<string> ParkedQuestions { get; init; } = [];

    /// <summary>What is printed, and in which order.</summary>
    public WriteUpTemplate Template { get; init; } = WriteUpTemplates.Find(WriteUpTemplates.Complete)!;

    /// <summary>The heading of the structural gap.</summary>
    public string GapTitle { get; init; } = PostMortemOptions.DefaultGapTitle;

    public Gaps Gaps => Gaps.Of(PostMortemView.Incident, PostMortemView.Entries);

    public WriteUp Document => PostMortemView.PostMortem.WriteUp;

    public string FileName => FileNameOf(PostMortemView);

    public static string FileNameOf(PostMortemView view) => $"post-mortem-{view.Subject}.md";

    /// <summary>The heading of its message and its file, before the incident's title.</summary>
    public static string TitleOf(Incident incident) => incident.IsDrill ? "Drill post-mortem" : "Post-mortem";

    public string NameOf(PersonId person) => Names.GetValueOrDefault(person) ?? person.Value;
}
