using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems.Ideas;

/// <summary>Answers "Add idea" and "Vote" on the board.</summary>
internal sealed class OpenIdeas(IncidentDb db, Access access, ModalOpener modals, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is null)
        {
            return;
        }

        if (request.Action.ActionId == ItemActions.AddIdea)
        {
            await modals.ShowAsync(request, IdeaModal.Render(number, Guid.CreateVersion7(time.GetUtcNow())), cancellationToken);
            return;
        }

        var ideas = await db.OpenIdeas(number).ToListAsync(cancellationToken);
        await (ideas.Count == 0
            ? replies.SendAsync(request, Mrkdwn.Raw("There are no ideas to vote on yet. Press *Add idea* first."), cancellationToken)
            : modals.ShowAsync(request, VoteModal.Render(number, ideas, new PersonId(request.User.Id)), cancellationToken));
    }
}

/// <summary>
/// Adds an idea once, however often Slack sends the form. An idea that is vague or blames someone is added too; the form then shows a
/// hint, and sending it again rewords the idea.
/// </summary>
internal sealed class AddIdea(IncidentDb db, Access access, ItemHints hints, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (FormKey.Of(submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var incident = await access.FindAsync(by, key.Incident, cancellationToken);
        if (!incident.Ok)
        {
            return ViewSubmissionResponse.Error("text", incident.Refusal.Sentence);
        }

        var draft = IdeaModal.Read(submission.View.State);
        if (await db.ActionIdeas.SingleOrDefaultAsync(
            idea => idea.Id == key.Id && idea.IncidentNumber == key.Incident, cancellationToken) is { } known)
        {
            return await RewordAsync(known, draft, cancellationToken);
        }

        var idea = ActionIdea.Collect(key.Id, key.Incident, draft, null, by, time.GetUtcNow());
        if (!idea.Ok)
        {
            return ItemResultModal.Error(idea.Refusal);
        }

        db.ActionIdeas.Add(idea.Value);
        await db.SaveChangesAsync(cancellationToken);
        return await hints.FindInAsync(draft.Text, incident.Value, cancellationToken) is { } finding
            ? ViewSubmissionResponse.Update(IdeaModal.Added(idea.Value, hints.Of(finding, due: null)))
            : ViewSubmissionResponse.Close;
    }

    private async Task<ViewSubmissionResponse> RewordAsync(ActionIdea idea, ActionDraft draft, CancellationToken cancellationToken)
    {
        var reworded = idea.Reword(draft);
        if (!reworded.Ok)
        {
            return ItemResultModal.Error(reworded.Refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}

/// <summary>Saves someone's votes; voting again replaces them.</summary>
internal sealed class CastVotes(IncidentDb db, Access access) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (number, by) = (FormKey.Of(submission.View.PrivateMetadata).Incident, new PersonId(submission.User.Id));
        var incident = await access.FindAsync(by, number, cancellationToken);
        var voted = incident.Ok
            ? ActionIdea.Vote(await db.OpenIdeas(number).ToListAsync(cancellationToken), VoteModal.Read(submission.View.State), by)
            : incident.Refusal;
        if (!voted.Ok)
        {
            return ViewSubmissionResponse.Error("ideas", voted.Refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}

/// <summary>Answers "Park the rest": parks the other ideas with their rank, so that the best one is offered when there is room.</summary>
internal sealed class ParkTheRest(IncidentDb db, Access access) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is null)
        {
            return;
        }

        var ranked = ActionIdea.Ranked(await db.OpenIdeas(number).ToListAsync(cancellationToken));
        for (var place = 0; place < ranked.Count; place++)
        {
            ranked[place].RankAs(place + 1);
            ranked[place].Park(ParkReason.OverBudget);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
