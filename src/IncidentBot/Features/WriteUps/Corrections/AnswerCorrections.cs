using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Accepts and declines corrections; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class AnswerCorrections(IncidentDb db, IOptions<IncidentsOptions> options, TimeProvider time)
{
    public Result May(PostMortemView view, PersonId by) => view.Rights.MayAnswerCorrections(by, options.Value.IsAdmin(by));

    public async Task<Result> AnswerAsync(
        PostMortemView view, Guid id, string? declinedBecause, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var answered = May(view, by) is { Ok: false } refused ? refused : view.PostMortem.WriteUp.AnswerCorrection(id, declinedBecause, by, now);
        if (answered.Ok)
        {
            await db.RefreshCorrectionAsync(new CorrectionKey(view.Number, id), now, cancellationToken);
        }

        return answered;
    }
}

/// <summary>Answers "Accept".</summary>
internal sealed class AcceptCorrection(
    IncidentDb db, PostMortemViews views, AnswerCorrections answers, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (CorrectionKey.Read(request.Action.Data), new PersonId(request.User.Id));
        if (await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view)
        {
            return;
        }

        var accepted = await answers.AnswerAsync(view, key.Id, null, by, cancellationToken);
        if (!accepted.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(accepted.Refusal.Sentence), cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        await replies.SendAsync(request, Mrkdwn.Raw(view.PostMortem.WriteUp.PublishedAt is null
            ? "Accepted. Now edit the document: the button on the correction opens the section."
            : "Accepted. Now edit the document, then press *Publish correction* in the post-mortem."), cancellationToken);
    }
}

/// <summary>Answers "Decline…" with the question why.</summary>
internal sealed class OpenDecline(
    PostMortemViews views, AnswerCorrections answers, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = CorrectionKey.Read(request.Action.Data);
        if (await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view
            || view.PostMortem.WriteUp.Corrections.FirstOrDefault(correction => correction.Id == key.Id) is not { } correction)
        {
            return;
        }

        if (answers.May(view, new PersonId(request.User.Id)) is { Ok: false } refused)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
            return;
        }

        await modals.ShowAsync(request, DeclineModal.Render(key, correction), cancellationToken);
    }
}

/// <summary>Answers the form of why a correction is declined.</summary>
internal sealed class DeclineCorrection(IncidentDb db, PostMortemViews views, AnswerCorrections answers) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (CorrectionKey.Read(submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        var declined = found.Ok
            ? await answers.AnswerAsync(found.Value, key.Id, DeclineModal.Read(submission.View.State), by, cancellationToken)
            : found.Refusal;
        if (!declined.Ok)
        {
            return ViewSubmissionResponse.Error(DeclineModal.Blocks.Reason, declined.Refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
