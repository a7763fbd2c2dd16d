using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>The learnings of the post-mortems published in a period, for one reader: only those of incidents that they may see.</summary>
internal sealed class LearningsPages(IncidentDb db, TimeProvider time)
{
    public async Task<Modal> RenderAsync(PersonId reader, int days, int skip, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-days);
        var postMortems = await db.PostMortems.AsNoTracking().Where(postMortem => postMortem.WriteUp.PublishedAt >= since)
            .ToListAsync(cancellationToken);
        var numbers = postMortems.ConvertAll(postMortem => postMortem.IncidentNumber);
        var incidents = await db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(reader))
            .Where(incident => numbers.Contains(incident.Number)).ToDictionaryAsync(incident => incident.Number, cancellationToken);
        var lessons = postMortems.Where(postMortem => incidents.ContainsKey(postMortem.IncidentNumber))
            .OrderByDescending(postMortem => postMortem.WriteUp.PublishedAt).ThenByDescending(postMortem => postMortem.IncidentNumber)
            .Select(postMortem => Lessons.Of(incidents[postMortem.IncidentNumber], postMortem))
            .Where(lesson => !lesson.IsEmpty)
            .ToList();
        return LearningsModal.Render(lessons, days, skip);
    }
}

/// <summary>Answers <c>/incident learnings [30d]</c>: the learnings to take into the next retrospective.</summary>
internal sealed class LearningsVerb(LearningsPages pages, ModalOpener modals) : IVerb
{
    public bool Accepts(string arguments) => LearningsPeriod.Days(arguments) is not null;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var days = LearningsPeriod.Days(request.Arguments) ?? LearningsPeriod.UsualDays;
        return await modals.AnswerAsync(
            request.Command, await pages.RenderAsync(request.Actor, days, skip: 0, cancellationToken), cancellationToken);
    }
}

/// <summary>Answers "Next page" and "Previous page" in the list of learnings.</summary>
internal sealed class TurnLearnings(LearningsPages pages, ISlackApi slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } modal)
        {
            return;
        }

        var value = ButtonValue.Read(request.Action.Data);
        var page = await pages.RenderAsync(
            new PersonId(request.User.Id), value.Number(), Math.Max(0, value.Number(1)), cancellationToken);
        await slack.SendAsync(new ViewsUpdate(page) { ViewId = modal.Id }, cancellationToken);
    }
}
