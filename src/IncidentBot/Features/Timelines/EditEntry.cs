using IncidentBot.Domain;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers the form that edits an entry or turns a message into one: text, time and kind. Submitting it twice changes nothing
/// more, and changes by others since the form was opened are kept or shown first.
/// </summary>
internal sealed class EditEntry(
    IncidentDb db, EntryFormTargets targets, BlameReview wording, EntryAnswers answers, ReviewScreen screen) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var person = new PersonId(submission.User.Id);
        var found = await targets.FindAsync(submission.View, person, cancellationToken);
        if (!found.Ok)
        {
            return Refused(found.Refusal);
        }

        var reviewed = await wording.ReviewAsync(
            submission, found.Value.Incident, EntryModal.ReviewedFields(found.Value.Incident), cancellationToken);
        return reviewed.Instead ?? reviewed.Form.Answer(await WriteAsync(reviewed.Submission, found.Value, person, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> WriteAsync(
        ViewSubmission submission, EntryFormTarget target, PersonId person, CancellationToken cancellationToken)
    {
        var read = await answers.ReadAsync(submission, target, person, cancellationToken);
        if (read.Instead is { } instead)
        {
            return instead;
        }

        if (await targets.WriteAsync(target, EntryModal.Read(read.State), person, cancellationToken) is { Ok: false, Refusal: var refusal })
        {
            return Refused(refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (submission.View.PreviousViewId is { Length: > 0 } below)
        {
            await screen.ShowAsync(
                below, null, target.Incident, new ReviewPage(target.Incident.Number), person, cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }

    private static ViewSubmissionResponse Refused(Refusal refusal) =>
        ViewSubmissionResponse.Error(refusal.Field ?? EntryModal.Blocks.Text, refusal.Sentence);
}
