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

/// <summary>Waives the post-mortem and tells the channel why; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Waivers(IncidentDb db, IOptions<IncidentsOptions> options, TimeProvider time)
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
internal sealed class OpenWaive(PostMortemViews views, Waivers waivers, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (waivers.May(view, new PersonId(request.User.Id)) is { Ok: false } refused)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
            return;
        }

        await modals.ShowAsync(
            request, WaiveModal.Render(new PostMortemKey(number, OverviewId: PostMortemModals.OverviewOf(request))), cancellationToken);
    }
}

/// <summary>Answers the waive modal. Waiving twice for the same reason waives once.</summary>
internal sealed class WaivePostMortem(
    IncidentDb db, PostMortemViews views, SharedForms forms, Waivers waivers, PostMortemModals modals) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (found.Ok && await WarnOfOtherReasonAsync(submission, found.Value.PostMortem, cancellationToken) is { } otherReason)
        {
            return otherReason;
        }

        var refusal = found.Ok ? waivers.Waive(found.Value, WaiveModal.Read(submission.View.State), by).Refusal : found.Refusal;
        if (refusal is not null || found.Value is not { } view)
        {
            return ViewSubmissionResponse.Error(WaiveModal.Blocks.Reason, refusal?.Sentence ?? "");
        }

        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, view, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    /// <summary>When two people waive the post-mortem, the second sees the first one's reason before replacing it.</summary>
    private async Task<ViewSubmissionResponse?> WarnOfOtherReasonAsync(
        ViewSubmission submission, PostMortem postMortem, CancellationToken cancellationToken)
    {
        if (postMortem is not { State: PostMortemState.Waived, WaivedReason: { } reason, WaivedBy: { } by }
            || by.Value == submission.User.Id || reason == WaiveModal.Read(submission.View.State))
        {
            return null;
        }

        var name = await forms.NameAsync(by, submission, cancellationToken);
        var sentence = $"{name} has already waived it: “{reason}”. Press Waive again to replace that reason with yours.";
        return await forms.WarnOnceAsync(
            submission, new Dictionary<string, string> { [WaiveModal.Blocks.Reason] = sentence }, reason, cancellationToken);
    }
}
