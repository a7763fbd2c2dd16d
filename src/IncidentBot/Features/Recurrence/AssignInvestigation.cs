using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Recurrence;

/// <summary>Answers "Assign to me" on an investigation. The second of two people sees who was first.</summary>
internal sealed class TakeInvestigation(IncidentDb db, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (id, person) = (ButtonValue.Read(request.Action.Data).Id(), new PersonId(request.User.Id));
        if (await db.Investigations.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } investigation)
        {
            return;
        }

        if (investigation.Owner is { } owner && owner != person)
        {
            await replies.SendAsync(
                request, Mrkdwn.Text($"{Mrkdwn.User(owner.Value)} already owns this investigation."), cancellationToken);
            return;
        }

        if (investigation.Assign(person, person, time.GetUtcNow()) is { Ok: false, Refusal: var refusal })
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Answers "Assign…" and "Close…" on an investigation.</summary>
internal sealed class OpenInvestigationForm(InvestigationViews views, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(ButtonValue.Read(request.Action.Data).Id(), cancellationToken) is { } view)
        {
            var modal = request.Action.ActionId == InvestigationWords.Close
                ? InvestigationModals.Close(view)
                : InvestigationModals.Assign(view);
            await modals.ShowAsync(request, modal, cancellationToken);
        }
    }
}

/// <summary>Answers the form that names the owner.</summary>
internal sealed partial class AssignInvestigation(
    IncidentDb db, RoleCandidates candidates, TimeProvider time, ILogger<AssignInvestigation> logger) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        const string field = InvestigationModals.Fields.Owner;
        var (id, _) = InvestigationModals.ReadKey(submission.View);
        var by = new PersonId(submission.User.Id);
        if (InvestigationModals.ReadOwner(submission.View.State) is not { } owner)
        {
            return ViewSubmissionResponse.Error(field, "Choose the owner.");
        }

        var investigation = await db.Investigations.SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        var refusal = await candidates.RefuseAsync(owner, field, cancellationToken)
            ?? investigation?.Assign(owner, by, time.GetUtcNow()).Refusal;
        if (refusal is not null)
        {
            return ViewSubmissionResponse.Error(refusal.Field ?? field, refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        Log.Assigned(logger, by, id, owner);
        return ViewSubmissionResponse.Close;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} assigned investigation {Investigation} to {Owner}.")]
        public static partial void Assigned(ILogger logger, PersonId person, Guid investigation, PersonId owner);
    }
}

/// <summary>Answers the form that closes an investigation with what was decided, or changes the decision.</summary>
internal sealed partial class CloseInvestigation(IncidentDb db, TimeProvider time, ILogger<CloseInvestigation> logger)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (id, version) = InvestigationModals.ReadKey(submission.View);
        var by = new PersonId(submission.User.Id);
        if (await db.Investigations.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } investigation)
        {
            return ViewSubmissionResponse.Close;
        }

        var (outcome, decision) = InvestigationModals.ReadDecision(submission.View.State);
        if (investigation.Close(outcome, decision, version, by, time.GetUtcNow()) is { Ok: false, Refusal: var refusal })
        {
            return ViewSubmissionResponse.Error(refusal.Field ?? InvestigationModals.Fields.Decision, refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        Log.Closed(logger, by, id);
        return ViewSubmissionResponse.Close;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} closed investigation {Investigation}.")]
        public static partial void Closed(ILogger logger, PersonId person, Guid investigation);
    }
}
