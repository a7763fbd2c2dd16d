using System.Runtime.CompilerServices;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards.Redrawing;

/// <summary>
/// Headline, status card, resolve card and topic show the incident and where its post-mortem stands. A new incident posts them itself.
/// </summary>
internal sealed class IncidentRedraws : IRedraws
{
    /// <summary>What of an incident none of them shows; a change of a role is in the history, too.</summary>
    private static readonly string[] NotShown = [nameof(Incident.Version), nameof(Incident.WorkedGaps)];

    /// <summary>What of a post-mortem they show.</summary>
    private static readonly string[] Shown =
    [
        nameof(PostMortem.State), nameof(PostMortem.Need), nameof(PostMortem.DueAt), nameof(PostMortem.Meeting.Start),
        nameof(PostMortem.WaivedReason), nameof(PostMortem.Meeting.HeldAt), nameof(PostMortem.WriteUp.PublishedAt),
    ];

    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = NumbersOf(changes).Distinct().ToList();
        var withoutChannel = await WithoutChannelAsync(changes, numbers, cancellationToken);
        foreach (var number in numbers)
        {
            // The headline comes first: the card of an incident without a channel is in its thread.
            yield return Redraw.Of(BotMessageNames.Headline, number);
            yield return Redraw.Of(BotMessageNames.StatusCard, number);
            if (!withoutChannel.Contains(number))
            {
                yield return new Redraw(
                    Lane.Incident(number), new SetTopic(number), BotMessageNames.Card(BotMessageNames.StatusCard, number));
            }
        }

        foreach (var redraw in ResolveCards(changes, numbers).Concat(LinksToWriteUps(changes)))
        {
            yield return redraw;
        }
    }

    private static IEnumerable<int> NumbersOf(SavedChanges changes) =>
        changes.OfOtherThan<Incident>(NotShown).Select(incident => incident.Number)
            .Concat(changes.Added<PostMortem>().Concat(changes.Of<PostMortem>(Shown)).Select(postMortem => postMortem.IncidentNumber))
            .Concat(changes.Of<IncidentChannel>(nameof(IncidentChannel.IsBotOut)).Where(channel => !channel.IsBotOut)
                .Select(channel => channel.IncidentNumber));

    private static async Task<HashSet<int>> WithoutChannelAsync(
        SavedChanges changes, List<int> numbers, CancellationToken cancellationToken)
    {
        var known = changes.Known<Incident>().ToList();
        var unknown = numbers.Except(known.Select(incident => incident.Number)).ToList();
        var without = known.Where(incident => !incident.HasChannel).Select(incident => incident.Number).ToHashSet();
        if (unknown.Count > 0)
        {
            without.UnionWith(await changes.Db.Incidents.Where(incident => unknown.Contains(incident.Number) && !incident.HasChannel)
                .Select(incident => incident.Number).ToListAsync(cancellationToken));
        }

        return without;
    }

    /// <summary>
    /// Every resolve posts a card of its own. Reopening takes the buttons off the last one, also while that waits to be posted.
    /// </summary>
    private static IEnumerable<Redraw> ResolveCards(SavedChanges changes, List<int> numbers)
    {
        var moved = changes.Of<Incident>(nameof(Incident.Status)).ToDictionary(incident => incident.Number);
        foreach (var number in numbers)
        {
            if (!moved.TryGetValue(number, out var incident))
            {
                yield return Redraw.Of(BotMessageNames.ResolveCard, number);
            }
            else if (incident is { IsOpen: true, Reopenings: [.., { ResolvedAtBefore: not null }] })
            {
                yield return Redraw.Of(BotMessageNames.ResolveCard, number) with { Standing = null };
            }
        }
    }

    /// <summary>The headline links to the write-up once that is posted.</summary>
    private static IEnumerable<Redraw> LinksToWriteUps(SavedChanges changes)
    {
        const string writeUp = BotMessageNames.WriteUp + ":";
        return changes.Added<BotMessage>().Where(message => message.Name.StartsWith(writeUp, StringComparison.Ordinal))
            .Select(message => Redraw.Of(BotMessageNames.Headline, ButtonValue.Read(message.Name).Number(1)));
    }
}
