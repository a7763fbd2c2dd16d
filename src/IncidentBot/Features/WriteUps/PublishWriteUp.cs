using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// Answers "Publish", and "Publish correction", which asks what was corrected. If someone else was faster, the reply says so.
/// </summary>
internal sealed class PublishWriteUp(
    IncidentDb db, PostMortemViews views, Publishing publishing, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, button) = (PostMortemKey.ReadValue(request.Action.Data).Number, PostMortemKey.ReadValue(request.Action.Data).Section);
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var by = new PersonId(request.User.Id);
        if (button == PostMortemActions.Correction && publishing.MayPublish(view, by).Ok)
        {
            var key = new PostMortemKey(number, OverviewId: PostMortemModals.OverviewOf(request));
            await modals.ShowAsync(request, CorrectionModal.Render(key), cancellationToken);
            return;
        }

        var published = await publishing.PublishAsync(view, by, cancellationToken);
        if (!published.Ok)
        {
            await replies.SendAsync(request, Refused(published.Refusal), cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        var publisher = view.PostMortem.LastChangeOf(PostMortemPart.WriteUp)?.By ?? by;
        var sentence = publisher == by
            ? Mrkdwn.Text($"The write-up of incident {number} is published.")
            : Mrkdwn.Text(
                $"{Mrkdwn.User(publisher.Value)} already published the write-up. To make later edits public, press *Publish correction*.");
        await modals.AnswerAsync(request, view, sentence, cancellationToken);
        if (publisher != by && request.View is not null)
        {
            await replies.SendAsync(request, sentence, cancellationToken);
        }
    }

    public static Mrkdwn Refused(Refusal refusal) => Mrkdwn.Text($"*Not published yet.* {refusal.Sentence}");
}
