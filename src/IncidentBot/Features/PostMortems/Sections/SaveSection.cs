using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>
/// Answers the form of a section: writes it, or says under the field why not. Saving the same twice changes nothing, because a
/// section is replaced as a whole and an item has had its id since the form was opened.
/// </summary>
internal sealed class SaveSection(IncidentDb db, Dossiers dossiers, PostMortemHub hub, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var firstField = submission.View.InputBlockIds[0];
        var found = await dossiers.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(firstField, found.Refusal.Sentence);
        }

        var edit = new SectionEdit(key.Item, by, time.GetUtcNow());
        var written = SectionForms.Find(key.Section).Write(found.Value.PostMortem, submission.View.State, edit);
        if (!written.Ok)
        {
            return ViewSubmissionResponse.Error(written.Refusal.Field ?? firstField, written.Refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        await hub.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
