using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>
/// What someone was reminded of shows what became of it: when the post-mortem or its action items change, each DM about them is drawn
/// again, without the buttons that no longer apply. The subjects of these cards begin with the incident's number.
/// </summary>
internal sealed class ReminderRedraws : IRedrawRule
{
    private static readonly string[] Cards =
    [
        BotMessageNames.PostMortemDue, BotMessageNames.Progress, BotMessageNames.OpenGap, BotMessageNames.Facilitating,
        BotMessageNames.FacilitatorLeft, BotMessageNames.LateMeeting, BotMessageNames.SignOff, BotMessageNames.MissingSignOff,
        BotMessageNames.Return, BotMessageNames.CannotAttend,
    ];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = changes.Of<PostMortem>().Select(postMortem => postMortem.IncidentNumber)
            .Concat(changes.Of<ActionItem>().Except(changes.Added<ActionItem>()).Select(item => item.IncidentNumber)).Distinct();
        foreach (var prefix in numbers.Select(number => number.ToString(CultureInfo.InvariantCulture) + ":"))
        {
            var messages = await changes.Db.ReminderLines.AsNoTracking()
                .Where(line => line.Message != null && Cards.Contains(line.Card) && line.Subject.StartsWith(prefix))
                .Select(line => new { line.Reader, line.Message }).Distinct().ToListAsync(cancellationToken);
            foreach (var sent in messages)
            {
                yield return new Redraw(Lane.Person(sent.Reader), new RefreshCard(BotMessageNames.Reminders, sent.Message!));
            }
        }
    }
}
