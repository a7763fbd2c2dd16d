using IncidentBot.Commands;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers <c>/incident learnings [30d]</c>: the learnings of the post-mortems published in a period, to take into the next
/// retrospective. Only those of incidents that the person may see.
/// </summary>
internal sealed class LearningsVerb(IncidentDb db, ModalOpener modals, TimeProvider time) : IVerb
{
    public bool Accepts(string arguments) => LearningsPeriod.Days(arguments) is not null;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var days = LearningsPeriod.Days(request.Arguments) ?? LearningsPeriod.UsualDays;
        var since = time.GetUtcNow().AddDays(-days);
        var postMortems = await db.PostMortems.AsNoTracking().Where(postMortem => postMortem.WriteUp.PublishedAt >= since)
            .ToListAsync(cancellationToken);
        var numbers = postMortems.ConvertAll(postMortem => postMortem.IncidentNumber);
        var incidents = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(request.Actor))
            .Where(incident => numbers.Contains(incident.Number)).ToDictionaryAsync(incident => incident.Number, cancellationToken);
        var lessons = postMortems.Where(postMortem => incidents.ContainsKey(postMortem.IncidentNumber))
            .OrderByDescending(postMortem => postMortem.WriteUp.PublishedAt)
            .Select(postMortem => Lessons.Of(incidents[postMortem.IncidentNumber], postMortem))
            .Where(lesson => !lesson.IsEmpty)
            .ToList();
        return await modals.AnswerAsync(request.Command, LearningsModal.Render(lessons, days), cancellationToken);
    }
}
