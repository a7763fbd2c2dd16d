using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Answers "Something is wrong". The correction has its id from the start, so that sending it twice sends it once.</summary>
internal sealed class OpenCorrection(PostMortemViews views, ModalOpener modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not null)
        {
            await modals.ShowAsync(
                request, ReportMistakeModal.Render(new CorrectionKey(number, Guid.CreateVersion7(time.GetUtcNow()))), cancellationToken);
        }
    }
}

/// <summary>Saves the correction and posts it in the thread, where it is answered.</summary>
internal sealed class SendCorrection(IncidentDb db, PostMortemViews views, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by, now) = (CorrectionKey.Read(submission.View.PrivateMetadata), new PersonId(submission.User.Id), time.GetUtcNow());
        var (text, section) = ReportMistakeModal.Read(submission.View.State);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        var sent = found.Ok ? found.Value.PostMortem.WriteUp.Propose(key.Id, text, section, by, now) : found.Refusal;
        if (!sent.Ok)
        {
            return ViewSubmissionResponse.Error(ReportMistakeModal.Blocks.Text, sent.Refusal.Sentence);
        }

        await db.RefreshCorrectionAsync(key, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
