using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The forms that cancel an incident or mark it as a duplicate, opened from the edit form.</summary>
internal static class CancelForms
{
    public static QuestionForm Cancel { get; } = new("incident_cancel", "reason", "Why?")
    {
        Title = "Cancel incident",
        Submit = "Cancel incident",
        Placeholder = "It was a load test",
        Hint = IncidentWords.CancelledNote,
        MaxLength = Incident.SentenceLimit,
        Multiline = false,
    };

    public static QuestionForm Duplicate { get; } = new("incident_duplicate", "number", "Which incident is it a duplicate of?")
    {
        Title = "Mark as duplicate",
        Submit = "Mark as duplicate",
        Placeholder = "7",
        Hint = IncidentWords.CancelledNote,
        MaxLength = 20,
        Multiline = false,
    };
}

/// <summary>Answers "Cancel incident…" and "Mark as duplicate…" in the edit form.</summary>
internal sealed class OpenCancelForm(Access access, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await access.FindOrReplyAsync(request, ButtonValue.Read(request.Action.Data).Number(), cancellationToken) is { } incident)
        {
            var form = request.Action.ActionId == CardActions.CancelIncident ? CancelForms.Cancel : CancelForms.Duplicate;
            var about = new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(incident)}*"));
            await modals.ShowAsync(request, form.Render(IncidentWords.Number(incident), about), cancellationToken);
        }
    }
}

/// <summary>Answers both forms. The form below them is closed too, because there is nothing left to edit.</summary>
internal sealed class SubmitCancelForm(Cancellations cancellations) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var form = submission.View.CallbackId == CancelForms.Cancel.CallbackId ? CancelForms.Cancel : CancelForms.Duplicate;
        var answer = form.Read(submission.View.State);
        var outcome = await (form == CancelForms.Cancel
            ? cancellations.CancelAsync(actor, number, answer, cancellationToken)
            : cancellations.MarkDuplicateAsync(actor, number, Cancellations.ReadNumber(answer), cancellationToken));
        return outcome.Refusal is { } refusal
            ? ViewSubmissionResponse.Error(form.Field, refusal.Sentence)
            : ViewSubmissionResponse.Clear;
    }
}
