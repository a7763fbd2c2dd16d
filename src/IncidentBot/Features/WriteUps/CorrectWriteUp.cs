using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.WriteUps;

/// <summary>Answers the correction modal: one new version, however often it is sent.</summary>
internal sealed class CorrectWriteUp(
    IncidentDb db, RequestLedger ledger, PostMortemViews views, Publishing publishing, PostMortemModals modals)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var request = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(request, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(CorrectionModal.Blocks.Note, found.Refusal.Sentence);
        }

        var corrected = await publishing.CorrectAsync(found.Value, CorrectionModal.Read(submission.View.State), by, cancellationToken);
        if (!corrected.Ok)
        {
            return ViewSubmissionResponse.Error(CorrectionModal.Blocks.Note, corrected.Refusal.Sentence);
        }

        ledger.Record(request);
        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
