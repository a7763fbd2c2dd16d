using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "We held it": the deadline is met and the time for the write-up starts. The incident stays as it is.</summary>
internal sealed class MarkHeld(
    IncidentDb db, PostMortemViews views, PostMortemModals modals, Replies replies, ReviewDates days, TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var held = view.PostMortem.MarkHeld(
            view.Incident.Status == IncidentStatus.Resolved, new PersonId(request.User.Id), time.GetUtcNow());
        if (!held.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(held.Refusal.Sentence), cancellationToken);
            return;
        }

        days.FillIn(view.PostMortem);
        db.RefreshCards(view.Incident, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await modals.AnswerAsync(
            request,
            view,
            Mrkdwn.Text($"The post-mortem of incident {number} is marked as held. Share the draft within a day."),
            cancellationToken);
    }
}
