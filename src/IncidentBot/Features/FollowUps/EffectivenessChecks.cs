using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Asks owners whether their actions worked: on the review date, and later for actions that were finished late or answered
/// "not yet". One DM per post-mortem and reader; someone responsible answers for a deactivated owner.
/// </summary>
internal sealed class EffectivenessChecks(
    IncidentDb db, DueReviews reviews, StandIns standIns, PeopleDirectory people, ItemNotices notices) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = (await reviews.AllAsync(cancellationToken)).ToDictionary(each => each.Number);
        var items = await db.ActionItems.AsNoTracking()
            .Where(item => item.State == ActionState.Done && (item.Verdict == null || item.Verdict == EffectivenessVerdict.NotYet))
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var due = items.Where(item => days.ContainsKey(item.IncidentNumber))
            .Select(item => reviews.EffectivenessDay(item, days[item.IncidentNumber], now) is { } day ? new Question(item, day) : null)
            .OfType<Question>()
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

        foreach (var group in byReader.GroupBy(each => each.Reader.Id))
        {
            var due = group.Select(each => new ItemNotice(each.Question.Occurrence, each.Question.Item.Id, NoticeKind.Effect)).ToList();
            var message = $"{due.Select(notice => notice.Key).Order(StringComparer.Ordinal).First()}:{group.Key}";
            await notices.RemindAsync(group.First().Reader, message, due, now, cancellationToken);
        }
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

    private sealed record Question(ActionItem Item, DateOnly Day)
    {
        public string Occurrence => FormattableString.Invariant($"effect:{Item.Id:N}:{Day:yyyyMMdd}");
    }
}
