using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Settles points of the parking lot, and shows the list and the overview as they are afterwards.</summary>
internal sealed class ParkedPoints(
    PostMortemViews views, PlainMessageText plainText, ISlackApi slack, PostMortemModals modals, ReactionMap reactions)
{
    /// <summary>The text of a point; empty when it is gone.</summary>
    public async Task<string> TextOfAsync(PostMortemView view, Guid id, CancellationToken cancellationToken) =>
        view.Parked.FirstOrDefault(point => point.Id == id) switch
        {
            { Item: { } item } => item.Text,
            { Message: { } message } => await plainText.OfAsync(message, cancellationToken),
            _ => "",
        };

    /// <summary>A message with the reaction of a question becomes a point of the write-up first.</summary>
    public async Task<Result> SettleAsync(
        PostMortemRequest request, Guid id, ParkedOutcome outcome, string? answer, CancellationToken cancellationToken)
    {
        var (view, by, now) = request;
        if (view.Parked.FirstOrDefault(point => point.Id == id) is { Message: { } message })
        {
            var text = SlackText.Truncate(await TextOfAsync(view, id, cancellationToken), PostMortemLimits.Point);
            var parked = view.PostMortem.WriteUp.Park(id, ParkedKind.Question, text, message.ParkedBy ?? by, message.ParkedAt ?? now);
            if (!parked.Ok)
            {
                return parked;
            }
        }

        return view.PostMortem.WriteUp.SettleParked(id, outcome, answer, by, now);
    }

    /// <summary>Draws the list and the overview below it again.</summary>
    public async Task RefreshAsync(int number, string listId, string overviewId, CancellationToken cancellationToken)
    {
        if (await views.LoadAsync(number, cancellationToken) is { Ok: true, Value: { } view })
        {
            await slack.SendAsync(
                new ViewsUpdate(ParkingLotModal.List(view, reactions, overviewId)) { ViewId = listId }, cancellationToken);
            await modals.RefreshAsync(new PostMortemKey(number, OverviewId: overviewId), view, cancellationToken);
        }
    }
}

/// <summary>Answers "Answer" beside a parked point: opens the form.</summary>
internal sealed class OpenAnswer(PostMortemForms forms, ParkedPoints points) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var key = new PostMortemKey(
            value.Number(),
            Item: value.Id(1),
            OverviewId: PostMortemKey.Read(request.View?.PrivateMetadata ?? "").OverviewId,
            ListId: request.View?.Id ?? "");
        return forms.OpenAsync(
            request,
            key.Number,
            async asked => AnswerPointModal.Render(key, await points.TextOfAsync(asked.View, key.Item, cancellationToken)),
            cancellationToken);
    }
}

/// <summary>Saves the answer to a parked point.</summary>
internal sealed class AnswerPoint(PostMortemChanges changes, ParkedPoints points) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var saved = false;
        var response = await changes.SubmitAsync(
            submission,
            new PostMortemKey(key.Number),
            "answer",
            async request =>
            {
                var settled = await points.SettleAsync(
                    request, key.Item, ParkedOutcome.Answered, AnswerPointModal.Read(submission.View.State), cancellationToken);
                saved = settled.Ok;
                return settled;
            },
            cancellationToken);
        if (saved)
        {
            await points.RefreshAsync(key.Number, key.ListId, key.OverviewId, cancellationToken);
        }

        return response;
    }
}

/// <summary>Answers "Make it an idea" and "Drop" beside a parked point.</summary>
internal sealed class SettlePoint(IncidentDb db, PostMortemChanges changes, ParkedPoints points) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var outcome = request.Action.ActionId == BoardActions.PointToIdea ? ParkedOutcome.Idea : ParkedOutcome.Dropped;
        if (await changes.PressAsync(
            request, value.Number(), asked => DecideAsync(asked, value.Id(1), outcome, cancellationToken), cancellationToken) is not null
            && request.View is { } list)
        {
            await points.RefreshAsync(
                value.Number(), list.Id, PostMortemKey.Read(list.PrivateMetadata).OverviewId, cancellationToken);
        }
    }

    private async Task<Result> DecideAsync(
        PostMortemRequest request, Guid id, ParkedOutcome outcome, CancellationToken cancellationToken)
    {
        var text = await points.TextOfAsync(request.View, id, cancellationToken);
        var settled = await points.SettleAsync(request, id, outcome, answer: null, cancellationToken);
        if (!settled.Ok || outcome is not ParkedOutcome.Idea || await db.ActionIdeas.AnyAsync(idea => idea.Id == id, cancellationToken))
        {
            return settled;
        }

        // The idea has the point's id, so that two presses make one.
        var idea = ActionIdea.Collect(id, request.View.Number, new ActionDraft(text), null, request.By, request.Now);
        if (!idea.Ok)
        {
            return idea.Refusal;
        }

        db.ActionIdeas.Add(idea.Value);
        return Result.Accepted;
    }
}
