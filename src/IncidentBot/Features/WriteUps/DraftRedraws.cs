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
/// Refreshes the draft, which shows its corrections and who signed it off; each correction's card, which shows whether it is made; and
/// the DM of each person who was asked to sign off. A new correction posts its card. After publishing, another card shows whom the
/// write-up was shared with.
/// </summary>
internal sealed class DraftRedraws : IRedrawRule
{
    public IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken) =>
        Find(changes).ToAsyncEnumerable();

    private static IEnumerable<Redraw> Find(SavedChanges changes)
    {
        var corrections = changes.Of<FactualCorrection>().ToHashSet();
        var invitees = changes.Of<Invitee>().ToHashSet();
        foreach (var edited in changes.Of<PostMortem>(nameof(PostMortem.History)))
        {
            foreach (var accepted in edited.WriteUp.Corrections.Where(correction => correction.Answer is CorrectionAnswer.Accepted))
            {
                yield return CorrectionCardOf(edited, accepted);
            }
        }

        foreach (var postMortem in changes.Of<PostMortem>())
        {
            var corrected = postMortem.WriteUp.Corrections.Where(corrections.Contains).ToList();
            var askedToSignOff = postMortem.Meeting.Invitees.Where(invitees.Contains).ToList();
            foreach (var redraw in corrected.Select(correction => CorrectionCardOf(postMortem, correction))
                .Concat(askedToSignOff.Select(invitee => SignOffCardOf(postMortem, invitee))))
            {
                yield return redraw;
            }

            if (corrected.Count + askedToSignOff.Count > 0)
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
