using IncidentBot.Domain.Incidents;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the form of a new action item, whether it starts empty, from an idea or from a message.</summary>
internal sealed class AddItem(
    ItemSubmissions submissions, Access access, BlameReview wording, ItemOwners owners, NewItems items) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        submissions.AnswerAsync(submission, sent => DecideAsync(sent, cancellationToken), cancellationToken);

    private async Task<FormDecision> DecideAsync(ItemSubmission sent, CancellationToken cancellationToken)
    {
        var incident = await access.FindAsync(sent.By, sent.Key.Incident, cancellationToken);
        if (!incident.Ok)
        {
            return incident.Refusal;
        }

        // Ideas skip the blame check: no one should have to reword one during the incident.
        ReviewedField[] reviewed = await items.CollectsIdeasOnlyAsync(incident.Value, cancellationToken)
            ? []
            : [ItemFormModal.ReviewedText(isEdit: false)];
        var review = await wording.ReviewAsync(sent.Sent, incident.Value, reviewed, cancellationToken);
        return review.Instead is { } instead
            ? instead
            : await AddAsync(sent with { Sent = review.Submission }, incident.Value, cancellationToken) with { Form = review.Form };
    }

    private async Task<FormDecision> AddAsync(ItemSubmission sent, Incident incident, CancellationToken cancellationToken)
    {
        var input = ItemFormModal.Read(sent.Sent.View.State);
        var (owner, refusal) = await owners.FindAsync(input.Owner, incident, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        submissions.Record(sent);
        var added = await items.AddAsync(new NewItem(incident, input.Draft with { Owner = owner }, sent.By, sent.Key), cancellationToken);
        if (!added.Ok)
        {
            return added.Refusal;
        }

        return new FormDecision
        {
            SavedResponse = added.Value.IsItem && sent.Key.List is not null
                ? ViewSubmissionResponse.Close
                : ViewSubmissionResponse.Update(ItemResultModal.Render(added.Value.Sentence)),
        };
    }
}
