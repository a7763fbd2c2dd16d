using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks owners whether their actions worked: on the review date, and later for actions that were finished late or answered
/// "not yet". One DM per post-mortem and reader; someone responsible answers for a deactivated owner.
/// </summary>
internal sealed class EffectivenessChecks(
    IncidentDb db, DueReviews reviews, StandIns standIns, PeopleDirectory people, IOptions<RemindersOptions> options) : ISweep
{
    private WorkCalendar Calendar => options.Value.Quiet.Calendar;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = (await reviews.AllAsync(cancellationToken)).ToDictionary(each => each.Number);
        var items = await db.ActionItems.AsNoTracking()
            .Where(item => item.State == ActionState.Done && (item.Verdict == null || item.Verdict == EffectivenessVerdict.NotYet))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var due = items.Where(item => days.ContainsKey(item.IncidentNumber))
            .Select(item => Due(item, days[item.IncidentNumber], now)).OfType<Question>()
            .ToLookup(question => question.Item.IncidentNumber);
        if (due.Count == 0)
        {
            return;
        }

        var asked = await AskedAsync(cancellationToken);
        foreach (var questions in due.OrderBy(each => each.Key))
        {
            await AskAsync(questions.Key, questions, asked, now, cancellationToken);
        }
    }

    /// <summary>The question that is due for an action; null when a newer review took the place of this one.</summary>
    private Question? Due(ActionItem item, ReviewDays days, DateTimeOffset now)
    {
        if (days.Days.FirstOrDefault(review => review.Kind == FollowUpKind.Effectiveness) is not { On: var reviewDate })
        {
            return null;
        }

        var today = Zones.DateIn(now, Zones.Find(item.DueZone));
        var isNewest = ReviewSchedule.Due(days.Days, days.Answers, Calendar, today)
            .Any(review => review.Kind == FollowUpKind.Effectiveness);
        return EffectivenessQuestion.Due(item, reviewDate, Calendar, today) is { } day && (day != reviewDate || isNewest)
            ? new Question(item, day)
            : null;
    }

    private async Task AskAsync(
        int number,
        IEnumerable<Question> questions,
        ILookup<string, PersonId> asked,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var byOwner = questions.GroupBy(question => question.Item.Owner).ToList();
        var known = await people.FindAllAsync(byOwner.Select(group => group.Key), cancellationToken);
        var byReader = new List<(Person Reader, Question Question)>();
        foreach (var group in byOwner)
        {
            var owner = known[group.Key];
            var open = group.Where(question => !asked[question.Occurrence].Any(person => (person == owner.Id) != owner.IsDeactivated))
                .ToList();
            var reader = open.Count == 0 || !owner.IsDeactivated ? owner : await standIns.FindAsync(number, cancellationToken);
            byReader.AddRange(reader is null ? [] : open.Select(question => (reader, question)));
        }

        foreach (var message in byReader.GroupBy(each => each.Reader.Id))
        {
            if (!options.Value.Quiet.IsQuiet(now, message.First().Reader.Zone))
            {
                await SendAsync(message.Key, [.. message.Select(each => each.Question)], now, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Saves the questions with the message, so that each is asked once and the card shows the current state of its action items.
    /// </summary>
    private async Task SendAsync(
        PersonId reader, IReadOnlyList<Question> questions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = $"{questions.Select(question => question.Occurrence).Order(StringComparer.Ordinal).First()}:{reader}";
        db.ActionNotices.AddRange(questions.Select(question => new ActionNotice
        {
            Occurrence = question.Occurrence,
            Reader = reader,
            Message = message,
            ActionItemId = question.Item.Id,
            Kind = NoticeKind.Effect,
            SentAt = now,
        }));
        await db.EnqueueOnceAsync(Lane.Person(reader), new RefreshCard(BotMessageNames.Effect, message), message, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<ILookup<string, PersonId>> AskedAsync(CancellationToken cancellationToken)
    {
        var notices = await db.ActionNotices.AsNoTracking()
            .Where(notice => notice.Kind == NoticeKind.Effect)
            .Where(notice =>
                db.ActionItems.Any(item =>
                    item.Id == notice.ActionItemId && (item.Verdict == null || item.Verdict == EffectivenessVerdict.NotYet)))
            .Select(notice => new { notice.Occurrence, notice.Reader }).ToListAsync(cancellationToken);
        return notices.ToLookup(notice => notice.Occurrence, notice => notice.Reader);
    }

    private sealed record Question(ActionItem Item, DateOnly Day)
    {
        public string Occurrence => FormattableString.Invariant($"effect:{Item.Id:N}:{Day:yyyyMMdd}");
    }
}
