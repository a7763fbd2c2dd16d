using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines;

/// <summary>Renders the review list from the current data.</summary>
internal sealed class ReviewScreen(
    IncidentDb db, PeopleDirectory people, PlainMessageText plainText, ISlackApi slack, OverviewRefresh overview)
{
    public async Task<Modal> RenderAsync(Incident incident, ReviewPage page, PersonId viewer, CancellationToken cancellationToken)
    {
        var entries = await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.IncidentNumber == incident.Number && !entry.IsRemoved).ToListAsync(cancellationToken);
        var known = await people.FindAllAsync([.. PeopleIn(incident), viewer], cancellationToken);
        var lines = TimelineView.Of(incident, entries, person => known.TryGetValue(person, out var found) ? found.Name : person.Value);
        var dates = TimelineView.NeedsDates(lines, Zones.Find(known[viewer].Zone));
        var gaps = Gaps.Of(incident, entries);
        var (messages, count) = await MessagesAsync(page, cancellationToken);
        return ReviewModal.Render(new Review(page, lines, dates, gaps, messages, count));
    }

    /// <summary>Refreshes an open review list; if the modal has changed since the click, the later click wins.</summary>
    public async Task ShowAsync(
        string viewId, string? hash, Incident incident, ReviewPage page, PersonId viewer, CancellationToken cancellationToken)
    {
        var modal = await RenderAsync(incident, page, viewer, cancellationToken);
        await slack.SendAsync(new ViewsUpdate(modal) { ViewId = viewId, Hash = hash }, cancellationToken);
    }

    /// <summary>The post-mortem's overview below the review list says whether the timeline tells enough.</summary>
    public Task RefreshBelowAsync(ViewInfo review, int number, PersonId reader, CancellationToken cancellationToken) =>
        overview.ShowAsync(OverviewRefresh.Below(review), number, reader, cancellationToken);

    private static IEnumerable<PersonId> PeopleIn(Incident incident) => incident.History
        .SelectMany(change =>
            change.Fact == ChangedFact.Role ? [change.By.Value, change.Old, change.New] : new string?[] { change.By.Value })
        .Concat(incident.StatusUpdates.Select(update => update.By.Value))
        .OfType<string>()
        .Select(id => new PersonId(id));

    private async Task<(IReadOnlyList<ReviewMessage> Rows, int Count)> MessagesAsync(
        ReviewPage page, CancellationToken cancellationToken)
    {
        var notAdded = db.MessagesOf(page.Incident).AsNoTracking()
            .Where(message => message.IsComplete && message.DeletedAt == null)
            .Where(message =>
                !db.TimelineEntries.Any(entry => entry.Channel == message.Channel && entry.Ts == message.Ts && !entry.IsRemoved));
        var messages = await notAdded.OrderBy(message => message.Ts)
            .Skip(page.MessagePage * ReviewModal.MessagePageSize).Take(ReviewModal.MessagePageSize).ToListAsync(cancellationToken);
        var rows = new List<ReviewMessage>();
        foreach (var message in messages)
        {
            var text = await plainText.OfAsync(message, cancellationToken);
            rows.Add(
                new ReviewMessage(
                    message.Ts, message.At, message.AuthorName, text.Length > 0 ? text : "(no text)", message.ThreadTs is not null));
        }

        return (rows, await notAdded.CountAsync(cancellationToken));
    }
}
