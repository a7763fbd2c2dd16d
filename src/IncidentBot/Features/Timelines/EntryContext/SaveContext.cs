using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.EntryContext;

/// <summary>Saves what was known at one moment. Changes by others since the form was opened are kept or shown first.</summary>
internal sealed class SaveContext(IncidentDb db, Access access, SharedForms forms, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (id, by, now) = (
            ButtonValue.Read(submission.View.PrivateMetadata).Id(), new PersonId(submission.User.Id), time.GetUtcNow());
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
        var found = await access.FindAsync(by, entry?.IncidentNumber ?? 0, cancellationToken);
        if (!found.Ok || entry is null)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], found.Refusal?.Sentence ?? "");
        }

        var answers = await forms.ReadAsync(submission, new SharedForm(ContextModal.Render(entry), _ => entry.EditedBy), cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        if (entry.RecordContext(ContextModal.Read(answers.State), by, now) is { Ok: false, Refusal: var refusal })
        {
            return ViewSubmissionResponse.Error(refusal.Field ?? submission.View.InputBlockIds[0], refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
