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

/// <summary>The result (an action item, or an idea that was collected or parked), and its sentence.</summary>
internal sealed record AddedItem(bool IsItem, Mrkdwn Sentence);

/// <summary>
/// During the incident an idea is collected; afterwards it becomes an action item, or is parked when owner, date or room is
/// missing. Saves, with whatever else was to be saved.
/// </summary>
internal sealed class NewItems(
    IncidentDb db, PeopleDirectory people, ItemChanges changes, IOptions<ActionItemsOptions> options, TimeProvider time)
{
    public async Task<Result<AddedItem>> AddAsync(NewItem wanted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var zone = (await people.FindAsync(wanted.By, cancellationToken)).Zone;
        if (wanted.Draft.CheckGiven(zone, now) is { Ok: false, Refusal: var wrong })
        {
            return wrong;
        }

        var (incident, budget) = (wanted.Incident, options.Value.Budget);
        if (await StaysIdeaAsync(incident, cancellationToken))
        {
            return await CollectAsync(wanted, now, cancellationToken);
        }

        var items = await db.ActionItems.Where(item => item.IncidentNumber == incident.Number).ToListAsync(cancellationToken);
        return budget.WhyParked(wanted.Draft, items) is { } reason
            ? await ParkAsync(wanted, reason, budget, now, cancellationToken)
            : await CreateAsync(wanted, now, cancellationToken);
    }

    /// <summary>During the incident, and in the meeting before the whys, requests are collected and not decided.</summary>
    public async Task<bool> StaysIdeaAsync(Incident incident, CancellationToken cancellationToken) =>
        incident.Status != IncidentStatus.Resolved
        || await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == incident.Number, cancellationToken)
            is { FinishedAt: null, HasAskedWhy: false };

    private async Task<Result<AddedItem>> CreateAsync(NewItem wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incident = wanted.Incident;
        var idea = await KnownIdeaAsync(wanted, cancellationToken);
        if (idea is { State: IdeaState.Promoted })
        {
            return new Refusal("This idea is already an action item. Find it in the list.", "text");
        }

        var created = ActionItem.Create(
            Guid.CreateVersion7(now), incident.Number, wanted.Draft, ActionLimits.NeedsMetric(incident.Severity), wanted.By, now);
        if (!created.Ok)
        {
            return created.Refusal;
        }

        var item = created.Value;
        db.ActionItems.Add(item);
        incident.RecordActionItemAdded();
        idea?.Promote(item.Id);
        var line = Mrkdwn.Text($"Action item for {Mrkdwn.User(item.Owner.Value)}, due {ActionWords.Day(item.DueDate)}: {item.Text}");
        await changes.SayAsync(incident.Number, Mrkdwn.Text($"{line} (added by {Mrkdwn.User(wanted.By.Value)})"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedItem(true, Mrkdwn.Text($"{line}\nI'll ask them to accept it."));
    }

    private async Task<Result<AddedItem>> ParkAsync(
        NewItem wanted, ParkReason reason, ActionBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idea = await IdeaAsync(wanted, now, cancellationToken);
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

    private async Task<Result<AddedItem>> CollectAsync(NewItem wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var idea = await IdeaAsync(wanted, now, cancellationToken);
        if (!idea.Ok)
        {
            return idea.Refusal;
        }

        var text = idea.Value.Text;
        await changes.SayAsync(
            wanted.Incident.Number,
            Mrkdwn.Text($":hammer_and_wrench: Idea: {text} (by {Mrkdwn.User(wanted.By.Value)})"),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedItem(false, Mrkdwn.Text($"Saved as an idea: *{text}*\nThe post-mortem decides which ideas become action items."));
    }

    /// <summary>The idea with its new details: the given one, the one from the same message, or a new one.</summary>
    private async Task<Result<ActionIdea>> IdeaAsync(NewItem wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await KnownIdeaAsync(wanted, cancellationToken) is { } known)
        {
            known.Revise(wanted.Draft);
            return known;
        }

        var collected = ActionIdea.Collect(
            Guid.CreateVersion7(now),
            wanted.Incident.Number,
            wanted.Draft,
            wanted.From.Source.Length == 0 ? null : wanted.From.Source,
            wanted.By,
            now);
        if (collected.Ok)
        {
            db.ActionIdeas.Add(collected.Value);
        }

        return collected;
    }

    private async Task<ActionIdea?> KnownIdeaAsync(NewItem wanted, CancellationToken cancellationToken)
    {
        var (id, source, number) = (wanted.From.Id, wanted.From.Source, wanted.Incident.Number);
        return await db.ActionIdeas.FirstOrDefaultAsync(
            idea => idea.IncidentNumber == number && (idea.Id == id || (source != "" && idea.Source == source)), cancellationToken);
    }
}
