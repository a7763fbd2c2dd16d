using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks owners whether their actions worked: on the review date, and later for actions that were finished late or answered
/// "not yet". One section per post-mortem and reader. Someone responsible answers for an owner who left or who can't see the incident any
/// more, and for one who hasn't answered three times.
/// </summary>
internal sealed class EffectivenessChecks(IncidentDb db, DueReviews reviews, ResponsiblePeople responsible, PeopleDirectory people)
    : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = (await reviews.UnjudgedAsync(now, cancellationToken))
            .Select(each => reviews.EffectivenessQuestionOf(each.Item, each.Days, now) is { } question
                ? new Question(each.Item, each.Days, question)
                : null)
            .OfType<Question>().ToLookup(question => question.Item.IncidentNumber);
        if (due.Count == 0)
        {
            return [];
        }

        List<Question> all = [.. due.SelectMany(questions => questions)];
        await people.FindAllAsync(all.Select(question => question.Item.Owner), cancellationToken);
        await responsible.ReadAsync(all.Select(question => (question.Days.Incident, question.Days.Facilitator)), cancellationToken);
        var asked = await AskedAsync(all, cancellationToken);
        var reminders = new List<DueReminder>();
        foreach (var questions in due.OrderBy(each => each.Key))
        {
            reminders.AddRange(await OfAsync(questions.First().Days, questions, asked, now, cancellationToken));
        }

        return reminders;
    }

    private async Task<IEnumerable<DueReminder>> OfAsync(
        ReviewDays days,
        IEnumerable<Question> questions,
        ILookup<string, PersonId> asked,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var standIn = await responsible.FirstAsync(days.Incident, days.Facilitator, cancellationToken);
        var byReader = new List<(Person Reader, Question Question)>();
        foreach (var question in questions)
        {
            var owner = await people.FindAsync(question.Item.Owner, cancellationToken);
            var isAway = owner.IsDeactivated || !IncidentVisibility.Sees(owner.Id, days.Incident);
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

    /// <summary>Who was asked each of these questions.</summary>
    private async Task<ILookup<string, PersonId>> AskedAsync(List<Question> questions, CancellationToken cancellationToken)
    {
        var occurrences = questions.ConvertAll(question => question.Occurrence);
        var sent = await db.ActionNotices.AsNoTracking()
            .Where(notice => notice.Kind == NoticeKind.Effect && occurrences.Contains(notice.Occurrence))
            .Select(notice => new { notice.Occurrence, notice.Reader }).ToListAsync(cancellationToken);
        return sent.ToLookup(notice => notice.Occurrence, notice => notice.Reader);
    }

    private sealed record Question(ActionItem Item, ReviewDays Days, UnansweredQuestion Repeated)
    {
        public string Occurrence => FormattableString.Invariant($"effect:{Item.Id:N}:{Repeated.On:yyyyMMdd}");
    }
}
