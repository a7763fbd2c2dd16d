using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>A submitted form about action items: who sent it, and what it is about.</summary>
internal sealed record ItemSubmission(ViewSubmission Sent, FormKey Key, PersonId By);

/// <summary>
/// Answers every form about action items: acts once, however often Slack sends it, and refreshes the list below the form.
/// </summary>
internal sealed class ItemSubmissions(RequestLedger ledger, ActionLists lists, DayOffWarning dayOff)
{
    /// <param name="submission">The form as it was sent.</param>
    /// <param name="decide">Decides and saves; calls <see cref="Record"/> before saving.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<ViewSubmissionResponse> AnswerAsync(
        ViewSubmission submission, Func<ItemSubmission, Task<FormDecision>> decide, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(RequestLedger.KeyOf(submission), cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        if (await dayOff.WarnAsync(submission, cancellationToken) is { } warning)
        {
            return warning;
        }

        var sent = new ItemSubmission(submission, FormKey.Of(submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var decision = await decide(sent);
        if (decision is { Refusal: null, Response: null })
        {
            await lists.RefreshAsync(sent.Key.List, sent.By, cancellationToken);
        }

        return decision.AnswerWith(ItemResultModal.Error);
    }

    /// <summary>Marks the form as handled; the next save stores the mark.</summary>
    public void Record(ItemSubmission submission) => ledger.Record(RequestLedger.KeyOf(submission.Sent));
}
