using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks owners whether their actions worked: on the review date, and later for actions that were finished late or answered
/// "not yet". One section per post-mortem and reader. Someone responsible answers for an owner who left or who can't see the incident any
/// more, and for one who hasn't answered three times.
/// </summary>
internal sealed class EffectivenessChecks(IncidentDb db, DueReviews reviews, StandIns standIns, PeopleDirectory people) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = (await reviews.AllAsync(cancellationToken)).ToDictionary(each => each.Number);
        var items = await db.ActionItems.AsNoTracking()
            .Where(item => item.State == ActionState.Done && (item.Verdict == null || item.Verdict == EffectivenessVerdict.NotYet))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var due = items.Where(item => days.ContainsKey(item.IncidentNumber))
            .Select(item => reviews.EffectivenessQuestionOf(item, days[item.IncidentNumber], now) is { } question
                ? new Question(item, question)
                : null)
            .OfType<Question>().ToLookup(question => question.Item.IncidentNumber);
        if (due.Count == 0)
        {
            return [];
        }

        var asked = await AskedAsync(cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var questions in due.OrderBy(each => each.Key))
        {
            reminders.AddRange(await OfAsync(questions.Key, questions, asked, now, cancellationToken));
        }

        return reminders;
    }

    private async Task<IEnumerable<DueReminder>> OfAsync(
        int number,
        IEnumerable<Question> questions,
        ILookup<string, PersonId> asked,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken);
        var standIn = await standIns.FindAsync(number, cancellationToken);
        var byReader = new List<(Person Reader, Question Question)>();
        foreach (var question in questions)
        {
            var owner = await people.FindAsync(question.Item.Owner, cancellationToken);
            var isAway = owner.IsDeactivated || !IncidentVisibility.Sees(owner.Id, incident);
            var reader = isAway || question.Repeated.IsForTheLead ? standIn ?? (isAway ? null : owner) : owner;
            var isOpen = !asked[question.Occurrence].Any(person => (person == owner.Id) == (reader?.Id == owner.Id));
            byReader.AddRange(reader is not null && isOpen ? [(reader, question)] : []);
        }

        return byReader.GroupBy(each => each.Reader.Id).Select(group =>
        {
            var due = group.Select(each =>
                (new ItemNotice(each.Question.Occurrence, each.Question.Item.Id, NoticeKind.Effect), each.Question.Item)).ToList();
            var message = $"{due.Select(each => each.Item1.Key).Order(StringComparer.Ordinal).First()}:{group.Key}";
            return ItemNotices.Section(group.First().Reader, message, due, now);
        });
    }

    private async Task<ILookup<string, PersonId>> AskedAsync(CancellationToken cancellationToken)
    {
        var sent = await db.ActionNotices.AsNoTracking()
            .Where(notice => notice.Kind == NoticeKind.Effect)
            .Where(notice =>
                db.ActionItems.Any(item =>
                    item.Id == notice.ActionItemId && (item.Verdict == null || item.Verdict == EffectivenessVerdict.NotYet)))
            .Select(notice => new { notice.Occurrence, notice.Reader }).ToListAsync(cancellationToken);
        return sent.ToLookup(notice => notice.Occurrence, notice => notice.Reader);
    }

    private sealed record Question(ActionItem Item, UnansweredQuestion Repeated)
    {
        public string Occurrence => FormattableString.Invariant($"effect:{Item.Id:N}:{Repeated.On:yyyyMMdd}");
    }
}
