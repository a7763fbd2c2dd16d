using IncidentBot.Cards.Redrawing;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Effects;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Features.WriteUps.SignOffs;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// The draft shows its corrections and who signed it off, as do the card of each correction and the DM of each person who is asked. A
/// new correction posts its card. Once published, one more card shows who is still to hear of it.
/// </summary>
internal sealed class DraftRedraws : IRedrawRule
{
    public IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken) =>
        Find(changes).ToAsyncEnumerable();

    private static IEnumerable<Redraw> Find(SavedChanges changes)
    {
        var corrections = changes.Of<FactualCorrection>().ToHashSet();
        var invitees = changes.Of<Invitee>().ToHashSet();
        foreach (var postMortem in changes.Of<PostMortem>())
        {
            var corrected = postMortem.WriteUp.Corrections.Where(corrections.Contains).ToList();
            var signing = postMortem.Meeting.Invitees.Where(invitees.Contains).ToList();
            foreach (var redraw in corrected.Select(each => CorrectionCardOf(postMortem, each))
                .Concat(signing.Select(each => SignOffCardOf(postMortem, each))))
            {
                yield return redraw;
            }

            if (corrected.Count + signing.Count > 0)
            {
                yield return Redraw.Of(BotMessageNames.Draft, postMortem.IncidentNumber);
            }
        }

        foreach (var published in changes.Of<PostMortem>(nameof(PostMortem.WriteUp.DraftedAt), nameof(PostMortem.WriteUp.PublishedAt)))
        {
            yield return Redraw.Of(BotMessageNames.Draft, published.IncidentNumber);
        }

        foreach (var shared in changes.Of<PostMortem>(nameof(PostMortem.WriteUp.Shared)))
        {
            yield return Redraw.Of(BotMessageNames.Sharing, shared.IncidentNumber);
        }
    }

    private static Redraw CorrectionCardOf(PostMortem postMortem, FactualCorrection correction) => new(
        Lane.Incident(postMortem.IncidentNumber),
        new RefreshCard(BotMessageNames.Correction, new CorrectionKey(postMortem.IncidentNumber, correction.Id).Write()));

    private static Redraw SignOffCardOf(PostMortem postMortem, Invitee invitee) => Redraw.Of(
        Lane.Person(invitee.Person), BotMessageNames.SignOff, SignOffCard.Subject(postMortem.IncidentNumber, invitee.Person));
}
