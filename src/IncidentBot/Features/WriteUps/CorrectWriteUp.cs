using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.WriteUps;

/// <summary>Answers the correction modal with a new version, one even if submitted twice.</summary>
internal sealed class CorrectWriteUp(RequestLedger ledger, PostMortemChanges changes, Publishing publishing) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var request = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(request, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        return await changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            CorrectionModal.Form.Field,
            async asked =>
            {
                ledger.Record(request);
                return await publishing.CorrectAsync(
                    asked.View, CorrectionModal.Form.Read(submission.View.State), asked.By, cancellationToken);
            },
            cancellationToken);
    }
}
