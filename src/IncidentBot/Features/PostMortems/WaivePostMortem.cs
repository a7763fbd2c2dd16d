using IncidentBot.Effects;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems;

/// <summary>Decides that no post-mortem is needed and tells the channel why; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Waiving(IncidentDb db, IOptions<IncidentsOptions> options, TimeProvider time)
{
    public Result May(PostMortemView view, PersonId by) => view.Rights.MayWaive(by, options.Value.IsAdmin(by));

    public Result Waive(PostMortemView view, string reason, PersonId by)
    {
        var now = time.GetUtcNow();
        var before = view.PostMortem.Version;
        var waived = May(view, by) is { Ok: false } refused ? refused : view.PostMortem.Waive(reason, by, now);
        if (waived.Ok && view.PostMortem.Version != before)
        {
            var sentence = Mrkdwn.Text($"{Mrkdwn.User(by.Value)} waived the post-mortem: {view.PostMortem.WaivedReason}");
            db.Enqueue(Lane.Incident(view.Number), new Post(Address.Incident(view.Number), MessageContent.Paragraph(sentence)), now);
            db.RefreshCards(view.Incident, now);
        }

        return waived;
    }
}

/// <summary>Answers "Waive…": asks for the reason, or says at once who may.</summary>
internal sealed class OpenWaive(PostMortemViews views, Waiving waiving, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrTellAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (waiving.May(view, new PersonId(request.User.Id)) is { Ok: false } refused)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
            return;
        }

        await modals.ShowAsync(request, WaiveModal.Render(new PostMortemKey(number, Hub: PostMortemModals.HubOf(request))), cancellationToken);
    }
}

/// <summary>Answers the waive modal. Waiving twice for the same reason waives once.</summary>
internal sealed class WaivePostMortem(IncidentDb db, PostMortemViews views, SharedForms forms, Waiving waiving, PostMortemModals modals) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (found.Ok && await TellOfOtherAsync(submission, found.Value.PostMortem, cancellationToken) is { } told)
        {
            return told;
        }

        var refusal = found.Ok ? waiving.Waive(found.Value, WaiveModal.Read(submission.View.State), by).Refusal : found.Refusal;
        if (refusal is not null || found.Value is not { } view)
        {
            return ViewSubmissionResponse.Error(WaiveModal.Blocks.Reason, refusal?.Sentence ?? "");
        }

        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, view, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    /// <summary>Of two who waive it, the second learns the first one's reason before replacing it.</summary>
    private async Task<ViewSubmissionResponse?> TellOfOtherAsync(ViewSubmission submission, PostMortem postMortem, CancellationToken cancellationToken)
    {
        if (postMortem is not { State: PostMortemState.Waived, WaivedReason: { } reason, WaivedBy: { } by }
            || by.Value == submission.User.Id || reason == WaiveModal.Read(submission.View.State))
        {
            return null;
        }

        var name = await forms.NameAsync(by, submission, cancellationToken);
        var sentence = $"{name} waived it already: “{reason}”. Press Waive again to put your reason in its place.";
        return await forms.TellOnceAsync(submission, new Dictionary<string, string> { [WaiveModal.Blocks.Reason] = sentence }, reason, cancellationToken);
    }
}
