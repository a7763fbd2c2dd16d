using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Cards;

/// <summary>The way to an incident from a DM or a digest: its channel and its write-up, or the thread where it is discussed.</summary>
internal sealed class IncidentLinks(IncidentDb db, SlackWorkspace workspace)
{
    private const int MostShown = 10;

    /// <summary>"Incident 12: #inc-12-checkout · write-up", one line for each; the caller checks that the reader may see them.</summary>
    public async Task<Mrkdwn> OfAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var lines = new List<Mrkdwn>();
        foreach (var number in numbers.Distinct().Order().Take(MostShown))
        {
            if (await PlaceAsync(number, cancellationToken) is { IsEmpty: false } place)
            {
                lines.Add(Mrkdwn.Text($"Incident {number}: {place}"));
            }
        }

        return Mrkdwn.Join("\n", lines);
    }

    /// <summary>"#inc-12-checkout · write-up"; empty when there is nothing in Slack to lead to.</summary>
    public async Task<Mrkdwn> PlaceAsync(int number, CancellationToken cancellationToken)
    {
        var channel = await db.Channels.FindAsync([number], cancellationToken);
        var writeUp = await LinkAsync(BotMessageNames.WriteUpOf(number), "write-up", cancellationToken);
        var place = channel?.ChannelId is { } id
            ? Mrkdwn.Channel(id)
            : await LinkAsync(BotMessageNames.Card(BotMessageNames.Headline, number), "its thread", cancellationToken);
        return Mrkdwn.Join(" · ", place, writeUp);
    }

    private async Task<Mrkdwn> LinkAsync(string message, string label, CancellationToken cancellationToken) =>
        await db.BotMessages.FindAsync([message], cancellationToken) is { } posted
            ? Mrkdwn.Link(workspace.Permalink(posted.ChannelId, posted.Ts), label)
            : Mrkdwn.Empty;
}
