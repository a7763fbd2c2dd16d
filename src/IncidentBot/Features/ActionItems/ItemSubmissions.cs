using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>A form about action items: who sent it, and what it is about.</summary>
internal sealed record ItemSubmission(ViewSubmission Sent, FormKey Key, PersonId By);

/// <summary>Every form about action items: carried out once, however often it is sent, and shown in the list below.</summary>
internal sealed class ItemSubmissions(RequestLedger ledger, ActionLists lists)
{
    /// <param name="submission">The form as it was sent.</param>
    /// <param name="decide">Decides, and saves together with the form's place in the ledger, which it records before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ViewSubmissionResponse> AnswerAsync(
        ViewSubmission submission, Func<ItemSubmission, Task<FormDecision>> decide, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(RequestLedger.KeyOf(submission), cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var sent = new ItemSubmission(submission, FormKey.Of(submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var decision = await decide(sent);
        if (decision is { Refusal: null, Instead: null })
        {
            await lists.RefreshAsync(sent.Key.List, sent.By, cancellationToken);
        }

        return decision.AnswerWith(ItemNoticeModal.Error);
    }

    /// <summary>Whatever is saved next is saved with the fact that this form was carried out.</summary>
    public void Record(ItemSubmission submission) => ledger.Record(RequestLedger.KeyOf(submission.Sent));
}
