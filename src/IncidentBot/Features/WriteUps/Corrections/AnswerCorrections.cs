using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Accepts and declines corrections; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class AnswerCorrections(IOptions<IncidentsOptions> options)
{
    public Result MayAnswer(PostMortemRequest request) =>
        request.View.Rights.MayAnswerCorrections(request.By, options.Value.IsAdmin(request.By));

    public Result Answer(PostMortemRequest request, Guid id, string? declineReason) => MayAnswer(request) is { Ok: false } refused
        ? refused
        : request.PostMortem.WriteUp.AnswerCorrection(id, declineReason, request.By, request.Now);

    public Result ConfirmAlreadyRight(PostMortemRequest request, Guid id) => MayAnswer(request) is { Ok: false } refused
        ? refused
        : request.PostMortem.WriteUp.ConfirmAlreadyRight(id, request.By, request.Now);
}

/// <summary>Answers "Accept".</summary>
internal sealed class AcceptCorrection(PostMortemChanges changes, AnswerCorrections answers, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(request.Action.Data);
        if (await changes.PressAsync(request, key.Number, asked => answers.Answer(asked, key.Id, null), cancellationToken)
            is { PostMortem: var postMortem })
        {
            await replies.SendAsync(request, Mrkdwn.Raw(postMortem.WriteUp.PublishedAt is null
                ? "Accepted. Now edit the section, because publishing waits for the correction. "
                    + "If the document says so already, press *Already right* under the correction."
                : "Accepted. Now edit the document, then press *Publish correction* in the post-mortem."), cancellationToken);
        }
    }
}

/// <summary>Answers "Already right": the correction is accepted, and nothing has to be edited.</summary>
internal sealed class ConfirmAlreadyRight(PostMortemChanges changes, AnswerCorrections answers) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(request.Action.Data);
        return changes.PressAsync(request, key.Number, asked => answers.ConfirmAlreadyRight(asked, key.Id), cancellationToken);
    }
}

/// <summary>Answers "Decline…" by asking for the reason.</summary>
internal sealed class OpenDecline(PostMortemForms forms, AnswerCorrections answers) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(request.Action.Data);
        return forms.OpenAsync(request, key.Number, asked => Render(asked, key), cancellationToken);
    }

    private Result<Modal> Render(PostMortemRequest request, CorrectionKey key)
    {
        if (answers.MayAnswer(request) is { Ok: false, Refusal: var refusal })
        {
            return refusal;
        }

        return request.PostMortem.WriteUp.Corrections.FirstOrDefault(correction => correction.Id == key.Id) is { } correction
            ? DeclineModal.Render(key, correction)
            : new Refusal("This correction no longer exists.");
    }
}

/// <summary>Answers the form that asks why a correction is declined.</summary>
internal sealed class DeclineCorrection(PostMortemChanges changes, AnswerCorrections answers) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(submission.View.PrivateMetadata);
        return changes.SubmitAsync(
            submission,
            new PostMortemKey(key.Number),
            DeclineModal.Form.Field,
            request => answers.Answer(request, key.Id, DeclineModal.Form.Read(submission.View.State)),
            cancellationToken);
    }
}
