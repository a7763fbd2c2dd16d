using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.PostMortems;

/// <summary>A person's request about a post-mortem that they may see.</summary>
internal sealed record PostMortemRequest(PostMortemView View, PersonId By, DateTimeOffset Now)
{
    public PostMortem PostMortem => View.PostMortem;
}

/// <summary>
/// Changes a post-mortem for a button or a form: checks that the person may see it, loads it, lets the caller decide, saves and
/// answers.
/// </summary>
internal sealed class PostMortemChanges(IncidentDb db, PostMortemViews views, PostMortemModals modals, Replies replies, TimeProvider time)
{
    /// <summary>Makes the change of a submitted form. A refusal that names no field is shown under <paramref name="field"/>.</summary>
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
        if (decision is { Refusal: null, Response: null })
        {
            await db.SaveChangesAsync(cancellationToken);
            await modals.RefreshAsync(key, decision.RefreshWith ?? found.Value, cancellationToken);
        }

        return decision.AnswerWith(refusal => ViewSubmissionResponse.Error(refusal.Field ?? field, refusal.Sentence));
    }

    /// <summary>The same for a decision that isn't asynchronous.</summary>
    public Task<ViewSubmissionResponse> SubmitAsync(
        ViewSubmission submission,
        PostMortemKey key,
        string field,
        Func<PostMortemRequest, FormDecision> decide,
        CancellationToken cancellationToken) =>
        SubmitAsync(submission, key, field, request => Task.FromResult(decide(request)), cancellationToken);

    /// <summary>Makes the change of a pressed button; null when it was refused and the person was told why. The caller answers.</summary>
    public async Task<PostMortemRequest?> PressAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Task<Result>> decide, CancellationToken cancellationToken)
    {
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return null;
        }

        var context = new PostMortemRequest(view, new PersonId(request.User.Id), time.GetUtcNow());
        if (await decide(context) is { Ok: false, Refusal: var refusal })
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return null;
        }

        await db.SaveChangesAsync(cancellationToken);
        return context;
    }

    /// <summary>The same for a decision that isn't asynchronous.</summary>
    public Task<PostMortemRequest?> PressAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Result> decide, CancellationToken cancellationToken) =>
        PressAsync(request, number, context => Task.FromResult(decide(context)), cancellationToken);
}
