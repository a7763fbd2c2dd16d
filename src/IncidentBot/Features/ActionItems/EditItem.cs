using IncidentBot.Domain.ActionItems;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers the edit form of an action item. Changes that others made since it was opened are kept, or shown before they are replaced.
/// </summary>
internal sealed class EditItem(
    ItemSubmissions submissions, ItemAccess access, BlameReview wording, SharedForms forms, ItemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        submissions.AnswerAsync(submission, sent => DecideAsync(sent, cancellationToken), cancellationToken);

    private async Task<FormDecision> DecideAsync(ItemSubmission sent, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(sent.By, sent.Key.Id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var review = await wording.ReviewAsync(
            sent.Sent, found.Value.Incident, [ItemFormModal.ReviewedText(isEdit: true)], cancellationToken);
        return review.Instead is { } instead
            ? instead
            : await EditAsync(sent with { Sent = review.Submission }, found.Value, cancellationToken) with { Form = review.Form };
    }

    private async Task<FormDecision> EditAsync(ItemSubmission sent, OpenedItem opened, CancellationToken cancellationToken)
    {
        var (incident, item, rights) = opened;
        var shown = new SharedForm(ItemFormModal.Render(ItemForm.Edit(sent.Key, incident, item)), _ => item.LastEdit?.By);
        var answers = await forms.ReadAsync(sent.Sent, shown, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        submissions.Record(sent);
        var draft = ItemFormModal.Read(answers.State).Draft with { Rank = item.Rank };
        return await changes.ApplyAsync(
            opened, sent.By, now => item.Edit(draft, ActionLimits.NeedsMetric(incident.Severity), sent.By, rights, now), cancellationToken);
    }
}
