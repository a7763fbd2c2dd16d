using System.Runtime.CompilerServices;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Debriefs;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards.Redrawing;

/// <summary>
/// Headline, status card, resolve card and topic show the incident and the status of its post-mortem. Declaring an incident posts them.
/// </summary>
internal sealed class IncidentRedraws : IRedrawRule
{
    /// <summary>Properties of an incident that none of these shows. Role changes count, because each adds to the history.</summary>
    private static readonly string[] NotShown = [nameof(Incident.Version), nameof(Incident.WorkedGaps)];

    /// <summary>What the card of a linked incident shows of an incident.</summary>
    private static readonly string[] ShownByLinked = [nameof(Incident.Title), nameof(Incident.IsPrivate)];

    /// <summary>Properties of a post-mortem that they show.</summary>
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

        foreach (var redraw in ResolveCards(changes, numbers).Concat(StepsTaken(changes)).Concat(LinksToWriteUps(changes)))
        {
            yield return redraw;
        }
    }

    private static IEnumerable<int> NumbersOf(SavedChanges changes) =>
        changes.ModifiedExcept<Incident>(NotShown).Select(incident => incident.Number)
            .Concat(changes.Of<Incident>(ShownByLinked).SelectMany(incident => incident.Links).Select(link => link.Other))
            .Concat(changes.Added<PostMortem>().Concat(changes.Of<PostMortem>(Shown)).Select(postMortem => postMortem.IncidentNumber))
            .Concat(changes.Of<IncidentChannel>(nameof(IncidentChannel.IsBotOut)).Where(channel => !channel.IsBotOut)
                .Select(channel => channel.IncidentNumber));

    private static async Task<HashSet<int>> WithoutChannelAsync(
        SavedChanges changes, List<int> numbers, CancellationToken cancellationToken)
    {
        var known = changes.Tracked<Incident>().ToList();
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
    /// Every resolve posts a new card. Reopening removes the buttons of the last one, even if that one is still waiting to be posted.
    /// </summary>
    private static IEnumerable<Redraw> ResolveCards(SavedChanges changes, List<int> numbers)
    {
        var statusChanged = changes.Of<Incident>(nameof(Incident.Status)).ToDictionary(incident => incident.Number);
        foreach (var number in numbers)
        {
            if (!statusChanged.TryGetValue(number, out var incident))
            {
                yield return Redraw.Of(BotMessageNames.ResolveCard, number);
            }
            else if (incident is { IsOpen: true, Reopenings: [.., { ResolvedAtBefore: not null }] })
            {
                yield return Redraw.Of(BotMessageNames.ResolveCard, number) with { RequiredMessage = null };
            }
        }
    }

    /// <summary>Steps of the resolve card that none of the other cards shows.</summary>
    private static IEnumerable<Redraw> StepsTaken(SavedChanges changes) =>
        changes.Of<PostMortem>(nameof(PostMortem.Facilitator)).Select(postMortem => postMortem.IncidentNumber)
            .Concat(changes.Added<DebriefNote>().Select(note => note.IncidentNumber))
            .Distinct().Select(number => Redraw.Of(BotMessageNames.ResolveCard, number));

    /// <summary>The headline links to the write-up once the write-up is posted.</summary>
    private static IEnumerable<Redraw> LinksToWriteUps(SavedChanges changes)
    {
        const string writeUp = BotMessageNames.WriteUp + ":";
        return changes.Added<BotMessage>().Where(message => message.Name.StartsWith(writeUp, StringComparison.Ordinal))
            .Select(message => Redraw.Of(BotMessageNames.Headline, ButtonValue.Read(message.Name).Number(1)));
    }
}
