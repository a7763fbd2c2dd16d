using System.Runtime.CompilerServices;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Preparation;
using IncidentBot.Effects;

namespace IncidentBot.Features.Home;

/// <summary>A home tab shows new questions, and no longer those that were answered or withdrawn.</summary>
internal sealed class HomeQuestionRedraws : IRedrawRule
{
    private static readonly string[] SignOff = [nameof(Invitee.SignOffDue), nameof(Invitee.SignedOffAt)];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var person in changes.Of<PreparationRequest>().Select(each => each.Person)
            .Concat(changes.Of<FacilitatorRequest>().Select(each => each.Person))
            .Concat(changes.Of<Invitee>(SignOff).Select(each => each.Person)).Distinct())
        {
            yield return new Redraw(Lane.Home(person), new PublishHome(person));
        }
    }
}
