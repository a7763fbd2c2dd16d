using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers the form of a section: writes it, or says under the field why not. Several people may write the same section at
/// once; changes by others since the form was opened are kept, or shown before they are replaced.
/// </summary>
internal sealed class SaveSection(
    IncidentDb db,
    PostMortemViews views,
    BlameReview wording,
    SharedForms forms,
    PostMortemModals modals,
    TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var found = await views.FindAsync(new PersonId(submission.User.Id), key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], found.Refusal.Sentence);
        }

        var reviewed = await wording.LookAsync(submission, found.Value.Incident, SectionForms.Find(key.Section).Worded, cancellationToken);
        var postMortemView = found.Value with { Kept = [.. found.Value.Kept, .. reviewed.Kept] };
        return reviewed.Instead ?? reviewed.Form.Answer(await WriteAsync(reviewed.Submission, key, postMortemView, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> WriteAsync(
        ViewSubmission submission, PostMortemKey key, PostMortemView postMortemView, CancellationToken cancellationToken)
    {
        var answers = await ReadAsync(submission, key, postMortemView, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        var edit = new SectionEdit(key.Item, new PersonId(submission.User.Id), time.GetUtcNow());
        var written = SectionForms.Find(key.Section).Write(postMortemView.PostMortem, answers.State, edit);
        if (!written.Ok)
        {
            return ViewSubmissionResponse.Error(written.Refusal.Field ?? submission.View.InputBlockIds[0], written.Refusal.Sentence);
        }

        await db.RefreshBoardAsync(key.Number, edit.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, postMortemView, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    private async Task<SharedAnswers> ReadAsync(
        ViewSubmission submission, PostMortemKey key, PostMortemView postMortemView, CancellationToken cancellationToken)
    {
        var part = WriteUpSections.PartOf(key);
        var last = postMortemView.PostMortem.LastChangeOf(part);
        if (last is null || !WasRemoved(submission.View, key, postMortemView))
        {
            var now = new SharedForm(SectionModal.Render(postMortemView, key), _ => last?.By)
            { Lines = SectionForms.Find(key.Section).Lines };
            return await forms.ReadAsync(submission, now, cancellationToken);
        }

        var name = await forms.NameAsync(last?.By, submission, cancellationToken);
        var warning = await forms.WarnOnceAsync(
            submission,
            new Dictionary<string, string>
            {
                [submission.View.InputBlockIds[0]] = $"{name} has removed this item. Press Save again to restore it as shown here.",
            },
            $"removed {part} {last?.At:O}",
            cancellationToken);
        return new SharedAnswers(submission.View.State, warning);
    }

    /// <summary>A new item does not exist yet either, but its form was opened empty.</summary>
    private static bool WasRemoved(ViewInfo view, PostMortemKey key, PostMortemView postMortemView) =>
        WriteUpSections.IsList(key.Section)
        && !ItemListModal.Has(postMortemView, key)
        && InitialValues.Of(view) is var shown
        && shown.Answer(view.InputBlockIds[0]).Value.Length > 0;
}
