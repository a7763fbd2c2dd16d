using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Facilitators;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Facilitators;

/// <summary>A request is asked in a DM, which also shows how the request ended.</summary>
internal sealed class FacilitatorRequestRedraws : IRedrawRule
{
    public IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken) =>
        changes.Of<FacilitatorRequest>()
            .Select(ask => new Redraw(
                Lane.Person(ask.Person), new RefreshCard(BotMessageNames.FacilitatorRequest, FacilitatorRequestCard.SubjectOf(ask))))
            .ToAsyncEnumerable();
}
