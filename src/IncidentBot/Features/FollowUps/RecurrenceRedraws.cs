using System.Runtime.CompilerServices;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>Every recurrence card shows the new answer.</summary>
internal sealed class RecurrenceRedraws : IRedrawRule
{
    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var postMortem in changes.Of<PostMortem>(nameof(PostMortem.Reviews.RecurrenceAnswers)))
        {
            var name = BotMessageNames.Card(BotMessageNames.Return, postMortem.IncidentNumber) + ":";
            var shown = await changes.Db.BotMessages.Where(message => message.Name.StartsWith(name)).Select(message => message.Name)
                .ToListAsync(cancellationToken);
            foreach (var subject in shown.Select(each => each[(BotMessageNames.Return.Length + 1)..]))
            {
                yield return Redraw.Of(Lane.Person(RecurrenceSubject.Read(subject).Reader), BotMessageNames.Return, subject);
            }
        }
    }
}
