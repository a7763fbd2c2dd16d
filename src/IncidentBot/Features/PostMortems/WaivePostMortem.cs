using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
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
        }

        return waived;
    }
}

/// <summary>Answers "Waive…": asks for the reason, or says at once who may.</summary>
internal sealed class OpenWaive(PostMortemForms forms, Waivers waivers, RecentPostMortems recent) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        asked => RenderAsync(request, asked, cancellationToken),
        cancellationToken);

    private async Task<Result<Modal>> RenderAsync(
        BlockActionRequest request, PostMortemRequest asked, CancellationToken cancellationToken) =>
        waivers.May(asked.View, asked.By) is { Ok: false, Refusal: var refusal }
            ? refusal
            : WaiveModal.Render(
                new PostMortemKey(asked.View.Number, OverviewId: PostMortemModals.OverviewOf(request)),
                await recent.OfAsync(asked.View.Incident, cancellationToken),
                asked.View.Incident.Severity);
}

/// <summary>Answers the waive modal. Waiving twice for the same reason waives once.</summary>
internal sealed class WaivePostMortem(PostMortemChanges changes, SharedForms forms, Waivers waivers) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            WaiveModal.Form.Field,
            async request =>
            {
                if (await WarnOfOtherReasonAsync(submission, request.PostMortem, cancellationToken) is { } otherReason)
                {
                    return otherReason;
                }

                return waivers.Waive(request.View, WaiveModal.Form.Read(submission.View.State), request.By);
            },
            cancellationToken);

    /// <summary>When two people waive the post-mortem, the second sees the first one's reason before replacing it.</summary>
    private async Task<ViewSubmissionResponse?> WarnOfOtherReasonAsync(
        ViewSubmission submission, PostMortem postMortem, CancellationToken cancellationToken)
    {
        if (postMortem is not { State: PostMortemState.Waived, WaivedReason: { } reason, WaivedBy: { } by }
            || by.Value == submission.User.Id || reason == WaiveModal.Form.Read(submission.View.State))
        {
            return null;
        }

        var name = await forms.NameAsync(by, submission, cancellationToken);
        var sentence = $"{name} has already waived it: “{reason}”. Press Waive again to replace that reason with yours.";
        return await forms.WarnOnceAsync(
            submission, new Dictionary<string, string> { [WaiveModal.Form.Field] = sentence }, reason, cancellationToken);
    }
}
