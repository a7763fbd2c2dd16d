using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Preparation;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>A request with what it is about.</summary>
internal sealed record OwnRequest(PreparationRequest Request, Incident Incident, PostMortem PostMortem);

/// <summary>Finds what a person is asked before a meeting, while they may still answer.</summary>
internal sealed class OwnRequests(IncidentDb db, Access access)
{
    public async Task<Result<OwnRequest>> FindAsync(PersonId person, string subject, CancellationToken cancellationToken)
    {
        var (number, asked) = PreparationCard.Read(subject);
        var incident = await access.FindAsync(person, number, cancellationToken);
        if (!incident.Ok)
        {
            return incident.Refusal;
        }

        var request = await db.PreparationRequests.FindAsync([number, person], cancellationToken);
        if (request is null || asked != person)
        {
            return new Refusal("These questions are for someone else.");
        }

        var postMortem = await db.MeetingForAsync(number, cancellationToken);
        return PreparationRules.IsOver(postMortem)
            ? new Refusal("The meeting is over. If something is missing in the write-up, press *Something is wrong* on the draft.")
            : new OwnRequest(request, incident.Value, postMortem);
    }
}

/// <summary>Answers "Answer" and "Change answer": opens the form.</summary>
internal sealed class OpenQuestions(IncidentDb db, OwnRequests requests, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(new PersonId(request.User.Id), request.Action.Data, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        var own = found.Value;
        var entry = await db.TimelineEntries.AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == own.Request.AboutEntry, cancellationToken);
        await modals.ShowAsync(
            request,
            AnswerModal.Render(own.Request, PreparationWords.About(own.Incident, own.PostMortem, entry)),
            cancellationToken);
    }
}

/// <summary>Answers the form: keeps the answers. A quote that no longer says what the person agreed to leaves the timeline.</summary>
internal sealed class SaveAnswer(IncidentDb db, OwnRequests requests, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(
            new PersonId(submission.User.Id), submission.View.PrivateMetadata, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(PreparationRequest.FieldOf(0), found.Refusal.Sentence);
        }

        var request = found.Value.Request;
        var before = request.Version;
        var state = submission.View.State;
        if (request.Answer(AnswerModal.ReadAnswers(state, request), AnswerModal.ReadConsent(state)) is { Refusal: { } refusal })
        {
            return ViewSubmissionResponse.Error(refusal.Field ?? PreparationRequest.FieldOf(0), refusal.Sentence);
        }

        if (request.Version != before)
        {
            await db.RemoveQuoteAsync(request, time.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}

/// <summary>Answers "I'd rather talk".</summary>
internal sealed class RatherTalk(IncidentDb db, OwnRequests requests, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var found = await requests.FindAsync(new PersonId(request.User.Id), request.Action.Data, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        found.Value.Request.PreferToTalk();
        await db.RemoveQuoteAsync(found.Value.Request, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
