using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>A request for an action item, with the idea or the message it comes from.</summary>
internal sealed record NewItem(Incident Incident, ActionDraft Draft, PersonId By, FormKey From);

/// <summary>The result, and the sentence that says so: an action item, or an idea that was collected or parked.</summary>
internal sealed record AddedItem(bool IsItem, Mrkdwn Sentence);

/// <summary>
/// Adds an idea during the incident. Afterwards adds an action item, or parks it when it has no owner, no due date, or the limit is
/// reached. Saves, together with any other pending changes.
/// </summary>
internal sealed class NewItems(
    IncidentDb db, PeopleDirectory people, ItemChanges changes, IOptions<ActionItemsOptions> options, TimeProvider time)
{
    public async Task<Result<AddedItem>> AddAsync(NewItem request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var zone = (await people.FindAsync(request.By, cancellationToken)).Zone;
        if (request.Draft.CheckFilledIn(zone, now) is { Ok: false, Refusal: var refusal })
        {
            return refusal;
        }

        var (incident, budget) = (request.Incident, options.Value.Budget);
        if (await CollectsIdeasOnlyAsync(incident, cancellationToken))
        {
            return await CollectAsync(request, now, cancellationToken);
        }

        var items = await db.ActionItems.Where(item => item.IncidentNumber == incident.Number).ToListAsync(cancellationToken);
        return budget.WhyParked(request.Draft, items) is { } reason
            ? await ParkAsync(request, reason, budget, now, cancellationToken)
            : await CreateAsync(request, now, cancellationToken);
    }

    /// <summary>During the incident, and in the meeting before the 5 whys, everything is collected as an idea.</summary>
    public async Task<bool> CollectsIdeasOnlyAsync(Incident incident, CancellationToken cancellationToken) =>
        incident.Status != IncidentStatus.Resolved
        || await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == incident.Number, cancellationToken)
            is { FinishedAt: null, HasAskedWhy: false };

    private async Task<Result<AddedItem>> CreateAsync(NewItem request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incident = request.Incident;
        var idea = await ExistingIdeaAsync(request, cancellationToken);
        if (idea is { State: IdeaState.Promoted })
        {
            return new Refusal("This idea is already an action item. Find it in the list.", "text");
        }

        var created = ActionItem.Create(
            Guid.CreateVersion7(now), incident.Number, request.Draft, ActionLimits.NeedsMetric(incident.Severity), request.By, now);
        if (!created.Ok)
        {
            return created.Refusal;
        }

        var item = created.Value;
        db.ActionItems.Add(item);
        incident.RecordActionItemAdded();
        idea?.Promote(item.Id);
        var line = Mrkdwn.Text($"Action item for {Mrkdwn.User(item.Owner.Value)}, due {ActionWords.Day(item.DueDate)}: {item.Text}");
        await changes.PostInChannelAsync(
            incident.Number, Mrkdwn.Text($"{line} (added by {Mrkdwn.User(request.By.Value)})"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedItem(true, Mrkdwn.Text($"{line}\nI'll ask them to accept it."));
    }

    private async Task<Result<AddedItem>> ParkAsync(
        NewItem request, ParkReason reason, ActionBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idea = await AddOrUpdateIdeaAsync(request, now, cancellationToken);
        if (!idea.Ok)
        {
            return idea.Refusal;
        }

        idea.Value.Park(reason);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedItem(
            false,
            Mrkdwn.Text(
                $"{budget.Sentence(reason)}\n*{idea.Value.Text}*\n"
                + $"The idea is kept under *Action items*; you can make it an action item later."));
    }

    private async Task<Result<AddedItem>> CollectAsync(NewItem request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idea = await AddOrUpdateIdeaAsync(request, now, cancellationToken);
        if (!idea.Ok)
        {
            return idea.Refusal;
        }

        var text = idea.Value.Text;
        await changes.PostInChannelAsync(
            request.Incident.Number,
            Mrkdwn.Text($":hammer_and_wrench: Idea: {text} (by {Mrkdwn.User(request.By.Value)})"),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedItem(false, Mrkdwn.Text($"Saved as an idea: *{text}*\nThe post-mortem decides which ideas become action items."));
    }

    /// <summary>The idea with its new details: the one that was promoted, the one from the same message, or a new one.</summary>
    private async Task<Result<ActionIdea>> AddOrUpdateIdeaAsync(NewItem request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ExistingIdeaAsync(request, cancellationToken) is { } known)
        {
            known.Revise(request.Draft);
            return known;
        }

        var collected = ActionIdea.Collect(
            Guid.CreateVersion7(now),
            request.Incident.Number,
            request.Draft,
            request.From.Source.Length == 0 ? null : request.From.Source,
            request.By,
            now);
        if (collected.Ok)
        {
            db.ActionIdeas.Add(collected.Value);
        }

        return collected;
    }

    private async Task<ActionIdea?> ExistingIdeaAsync(NewItem request, CancellationToken cancellationToken)
    {
        var (id, source, number) = (request.From.Id, request.From.Source, request.Incident.Number);
        return await db.ActionIdeas.FirstOrDefaultAsync(
            idea => idea.IncidentNumber == number && (idea.Id == id || (source != "" && idea.Source == source)), cancellationToken);
    }
}
