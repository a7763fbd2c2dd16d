using IncidentBot.Domain;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers the form of an entry that is corrected, and of a message that becomes one: text, time and kind. Repeating it changes
/// nothing, and changes by others since the form was opened are kept or shown first.
/// </summary>
internal sealed class EditEntry(
    IncidentDb db, EntryFormTargets chosen, BlameReview wording, EntryAnswers answers, ReviewScreen screen) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var person = new PersonId(submission.User.Id);
        var found = await chosen.FindAsync(submission.View, person, cancellationToken);
        if (!found.Ok)
        {
            return Refused(found.Refusal);
        }

        var looked = await wording.ReviewAsync(
            submission, found.Value.Incident, EntryModal.ReviewedFields(found.Value.Incident), cancellationToken);
        return looked.Instead ?? looked.Form.Answer(await WriteAsync(looked.Submission, found.Value, person, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> WriteAsync(
        ViewSubmission submission, EntryFormTarget entry, PersonId person, CancellationToken cancellationToken)
    {
        var read = await answers.ReadAsync(submission, entry, person, cancellationToken);
        if (read.Instead is { } instead)
        {
            return instead;
        }

        if (await chosen.WriteAsync(entry, EntryModal.Read(read.State), person, cancellationToken) is { Ok: false, Refusal: var refusal })
        {
            return Refused(refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (submission.View.PreviousViewId is { Length: > 0 } below)
        {
            await screen.ShowAsync(
                below, null, entry.Incident, new ReviewPage(entry.Incident.Number), person, cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }

    private static ViewSubmissionResponse Refused(Refusal refusal) =>
        ViewSubmissionResponse.Error(refusal.Field ?? EntryModal.Blocks.Text, refusal.Sentence);
}
