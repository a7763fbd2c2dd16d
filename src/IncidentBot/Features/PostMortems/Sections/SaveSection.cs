using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>
/// Answers the form of a section: writes it, or says under the field why not. Several people may write the same section at
/// once; what somebody else wrote since the form was opened is kept, or shown before it is replaced.
/// </summary>
internal sealed class SaveSection(IncidentDb db, Dossiers dossiers, SharedForms forms, PostMortemHub hub, TimeProvider time) : IViewSubmissionHandler
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

        var answers = await ReadAsync(submission, key, found.Value, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        var edit = new SectionEdit(key.Item, by, time.GetUtcNow());
        var written = SectionForms.Find(key.Section).Write(found.Value.PostMortem, answers.State, edit);
        if (!written.Ok)
        {
            return ViewSubmissionResponse.Error(written.Refusal.Field ?? firstField, written.Refusal.Sentence);
        }

        await db.RefreshBoardAsync(key.Number, edit.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await hub.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    private async Task<SharedAnswers> ReadAsync(ViewSubmission submission, PostMortemKey key, Dossier dossier, CancellationToken cancellationToken)
    {
        var part = SectionForms.PartOf(key);
        var last = dossier.PostMortem.LastChangeOf(part);
        if (last is null || !WasRemoved(submission.View, key, dossier))
        {
            var now = new SharedForm(SectionModal.Render(dossier, key), _ => last?.By) { Lines = SectionForms.Find(key.Section).Lines };
            return await forms.ReadAsync(submission, now, cancellationToken);
        }

        var name = await forms.NameAsync(last?.By, submission, cancellationToken);
        var told = await forms.TellOnceAsync(
            submission,
            new Dictionary<string, string>
            {
                [submission.View.InputBlockIds[0]] = $"{name} removed this meanwhile. Press Save again to put it back as you have it here.",
            },
            $"removed {part} {last?.At:O}",
            cancellationToken);
        return new SharedAnswers(submission.View.State, told);
    }

    /// <summary>A new item is not there yet either, but its form was opened empty.</summary>
    private static bool WasRemoved(ViewInfo view, PostMortemKey key, Dossier dossier) =>
        SectionForms.IsList(key.Section)
        && !ItemListModal.Has(dossier, key)
        && UntouchedForm.Of(view) is var shown
        && shown.Answer(view.InputBlockIds[0]).Value.Length > 0;
}
