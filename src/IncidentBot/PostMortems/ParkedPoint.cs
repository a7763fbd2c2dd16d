using System.Security.Cryptography;
using System.Text;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>
/// A point of the parking lot: one that someone parked, or a message of the channel with the reaction of a question, which becomes an
/// item once it is settled.
/// </summary>
/// <param name="Id">The item's id; a message has one that follows from its place.</param>
/// <param name="Item">Null for a message that no one has settled.</param>
/// <param name="Message">Null for a point that was parked with the form, and once the item exists.</param>
internal sealed record ParkedPoint(Guid Id, ParkedItem? Item, ChannelMessage? Message)
{
    public bool IsOpen => Item is null or { Outcome: null };

    /// <summary>All points, items first, each oldest first.</summary>
    public static IReadOnlyList<ParkedPoint> All(PostMortem postMortem, IEnumerable<ChannelMessage> questions)
    {
        var items = postMortem.WriteUp.Parked.OrderBy(item => item.ParkedAt).Select(item => new ParkedPoint(item.Id, item, null)).ToList();
        var known = items.Select(point => point.Id).ToHashSet();
        return [.. items, .. questions.Select(Of).Where(point => !known.Contains(point.Id))];
    }

    private static ParkedPoint Of(ChannelMessage message) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Channel}:{message.Ts}")).AsSpan(0, 16)), null, message);
}
