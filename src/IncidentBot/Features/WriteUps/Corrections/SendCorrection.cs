using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Answers "Something is wrong". The correction gets its id before it is sent, so that sending it twice counts once.</summary>
internal sealed class OpenReportMistake(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        asked => ReportMistakeModal.Render(new CorrectionKey(asked.View.Number, Guid.CreateVersion7(asked.Now))),
        cancellationToken);
}

/// <summary>Saves the correction and posts it in the thread, where it is answered.</summary>
internal sealed class SendCorrection(PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(submission.View.PrivateMetadata);
        var (text, section) = ReportMistakeModal.Read(submission.View.State);
        return changes.SubmitAsync(
            submission,
            new PostMortemKey(key.Number),
            ReportMistakeModal.Form.Field,
            request => request.PostMortem.WriteUp.SendCorrection(key.Id, text, section, request.By, request.Now),
            cancellationToken);
    }
}
