using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the form for an entry written by hand: saves it and posts it in the channel, once even if submitted twice.</summary>
internal sealed class WriteEntry(
    IncidentDb db, RequestLedger ledger, Access access, BlameReview wording, EntryForms forms) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(key, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var person = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var found = await access.FindAsync(person, number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(EntryModal.Blocks.Text, found.Refusal.Sentence);
        }

        var reviewed = await wording.ReviewAsync(submission, found.Value, EntryModal.ReviewedFields(found.Value), cancellationToken);
        return reviewed.Instead ?? reviewed.Form.Answer(await WriteAsync(reviewed.Submission, found.Value, person, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> WriteAsync(
        ViewSubmission submission, Incident incident, PersonId person, CancellationToken cancellationToken)
    {
        var written = await forms.WriteAsync(incident, EntryModal.Read(submission.View.State), person, cancellationToken);
        if (!written.Ok)
        {
            return ViewSubmissionResponse.Error(written.Refusal.Field ?? EntryModal.Blocks.Text, written.Refusal.Sentence);
        }

        ledger.Record(RequestLedger.KeyOf(submission));
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
