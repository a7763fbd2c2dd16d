using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>The way to an incident from a DM or a digest: its channel and its write-up, or the thread where it is discussed.</summary>
internal sealed class IncidentLinks(IncidentDb db, SlackWorkspace workspace)
{
    private const int MostShown = 10;

    /// <summary>"Incident 12: #inc-12-checkout · write-up", one line for each; the caller checks that the reader may see them.</summary>
    public async Task<Mrkdwn> OfAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        List<int> shown = [.. numbers.Distinct().Order().Take(MostShown)];
        var places = await PlacesAsync(shown, cancellationToken);
        return Mrkdwn.Join(
            "\n", shown.Where(number => !places[number].IsEmpty).Select(number => Mrkdwn.Text($"Incident {number}: {places[number]}")));
    }

    /// <summary>"#inc-12-checkout · write-up", by incident; empty when there is nothing in Slack to lead to.</summary>
    public async Task<IReadOnlyDictionary<int, Mrkdwn>> PlacesAsync(IEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        List<int> wanted = [.. numbers.Distinct()];
        List<string> names = [.. wanted.Select(BotMessageNames.WriteUpOf), .. wanted.Select(HeadlineOf)];
        var channels = await db.Channels.AsNoTracking().Where(channel => wanted.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, channel => channel.ChannelId, cancellationToken);
        var messages = await db.BotMessages.AsNoTracking().Where(message => names.Contains(message.Name))
            .ToDictionaryAsync(message => message.Name, StringComparer.Ordinal, cancellationToken);
        return wanted.ToDictionary(
            number => number,
            number => Mrkdwn.Join(
                " · ",
                channels.GetValueOrDefault(number) is { } id
                    ? Mrkdwn.Channel(id)
                    : Link(messages.GetValueOrDefault(HeadlineOf(number)), "its thread"),
                Link(messages.GetValueOrDefault(BotMessageNames.WriteUpOf(number)), "write-up")));
    }

    /// <summary>The published write-ups, by incident; one write-up may cover several.</summary>
    /// <param name="numbers">The incidents.</param>
    /// <param name="carriers">Which incidents cover others of them, as far as the reader may see that.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyDictionary<int, Mrkdwn>> WriteUpsAsync(
        IReadOnlyList<int> numbers, IReadOnlyDictionary<int, int> carriers, CancellationToken cancellationToken)
    {
        var names = numbers.ToDictionary(
            number => number, number => BotMessageNames.WriteUpOf(carriers.GetValueOrDefault(number, number)));
        var wanted = names.Values.Distinct().ToList();
        var messages = await db.BotMessages.AsNoTracking().Where(message => wanted.Contains(message.Name))
            .ToDictionaryAsync(message => message.Name, StringComparer.Ordinal, cancellationToken);
        return names.Where(each => messages.ContainsKey(each.Value))
            .ToDictionary(each => each.Key, each => Link(messages[each.Value], "write-up"));
    }

    private static string HeadlineOf(int number) => BotMessageNames.Card(BotMessageNames.Headline, number);

    private Mrkdwn Link(BotMessage? message, string label) => message is null
        ? Mrkdwn.Empty
        : Mrkdwn.Link(workspace.Permalink(message.ChannelId, message.Ts), label);
}
