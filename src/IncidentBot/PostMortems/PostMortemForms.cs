using IncidentBot.Domain;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.PostMortems;

/// <summary>Opens a modal about a post-mortem from a button, for people who may see it.</summary>
internal sealed class PostMortemForms(IncidentDb db, PostMortemViews views, PostMortemModals modals, Replies replies, TimeProvider time)
{
    public async Task OpenAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Task<Result<Modal>>> render, CancellationToken cancellationToken)
    {
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var modal = await render(new PostMortemRequest(view, new PersonId(request.User.Id), time.GetUtcNow()));
        if (db.ChangeTracker.HasChanges())
        {
            // Rendering may have fetched new people from Slack; keep them.
            await db.SaveChangesAsync(cancellationToken);
        }

        await (modal.Ok
            ? modals.ShowAsync(request, modal.Value, cancellationToken)
            : replies.SendAsync(request, Mrkdwn.Escape(modal.Refusal.Sentence), cancellationToken));
    }

    /// <summary>The same for a modal that needs no lookups.</summary>
    public Task OpenAsync(
        BlockActionRequest request, int number, Func<PostMortemRequest, Result<Modal>> render, CancellationToken cancellationToken) =>
        OpenAsync(request, number, context => Task.FromResult(render(context)), cancellationToken);
}
