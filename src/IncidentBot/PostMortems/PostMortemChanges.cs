using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.PostMortems;

/// <summary>Someone who asks for something about a post-mortem that they may see, and when.</summary>
internal sealed record PostMortemRequest(PostMortemView View, PersonId By, DateTimeOffset Now)
{
    public PostMortem PostMortem => View.PostMortem;
}

/// <summary>
/// Every change of a post-mortem that a button or a form asks for: who asks, may they see it, load, decide, save together with all that
/// follows, answer.
/// </summary>
internal sealed class PostMortemChanges(IncidentDb db, PostMortemViews views, PostMortemModals modals, Replies replies, TimeProvider time)
{
    /// <summary>The change that a form asks for. A refusal stands under its field, or under this one.</summary>
    public async Task<ViewSubmissionResponse> SubmitAsync(
        ViewSubmission submission,
        PostMortemKey key,
        string field,
        Func<PostMortemRequest, Task<FormDecision>> decide,
        CancellationToken cancellationToken)
    {
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(field, found.Refusal.Sentence);
        }

        var decision = await decide(new PostMortemRequest(found.Value, by, time.GetUtcNow()));
        if (decision is { Refusal: null, Instead: null })
        {
            await db.SaveChangesAsync(cancellationToken);
            await modals.RefreshAsync(key, decision.Shown ?? found.Value, cancellationToken);
        }

        return decision.AnswerWith(refusal => ViewSubmissionResponse.Error(refusal.Field ?? field, refusal.Sentence));
    }

    /// <summary>The same for a decision that looks nothing up.</summary>
    public Task<ViewSubmissionResponse> SubmitAsync(
        ViewSubmission submission,
        PostMortemKey key,
        string field,
        Func<PostMortemRequest, FormDecision> decide,
        CancellationToken cancellationToken) =>
        SubmitAsync(submission, key, field, request => Task.FromResult(decide(request)), cancellationToken);

    /// <summary>The change that a button asks for, to be answered; null when the person was told why not.</summary>
    public async Task<PostMortemRequest?> PressAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Task<Result>> decide, CancellationToken cancellationToken)
    {
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return null;
        }

        var asked = new PostMortemRequest(view, new PersonId(request.User.Id), time.GetUtcNow());
        if (await decide(asked) is { Ok: false, Refusal: var refusal })
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return null;
        }

        await db.SaveChangesAsync(cancellationToken);
        return asked;
    }

    /// <summary>The same for a decision that looks nothing up.</summary>
    public Task<PostMortemRequest?> PressAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Result> decide, CancellationToken cancellationToken) =>
        PressAsync(request, number, asked => Task.FromResult(decide(asked)), cancellationToken);
}
