using IncidentBot.Crashes.Snapshots;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Storage.Replicas;

/// <summary>Two nodes on one database act as one service: a story whose requests alternate between them ends the same.</summary>
public sealed class OneServiceTests
{
    private static readonly string[] AboutPace = ["slack_limits", "inbox", "outbox", "handled_requests"];

    [Fact]
    public async Task A_whole_incident_looks_the_same_with_two_nodes_as_with_one()
    {
        var one = await RunAsync(1);
        var two = await RunAsync(2);

        Assert.Equal(one, two);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(int nodes)
    {
        await using var app = await TwoNodes.StartAsync(nodes);
        var story = new IncidentStory(app);
        await story.RunUntilWrittenUpAsync();
        await story.RunToEndAsync();
        var normalizer = new TextNormalizer(story.Steps, "1");
        return [.. SlackSnapshot.Of(app.Slack, normalizer), .. await StoredAsync(app, normalizer)];
    }

    /// <summary>Every row; of inbox and outbox rows only their kind and their result.</summary>
    private static Task<List<string>> StoredAsync(BotApp app, TextNormalizer normalizer) => app.ReadAsync(async db =>
    {
        var lines = new List<string>();
        foreach (var table in TableRows.OfFirstRelease.Where(table => !AboutPace.Contains(table.Table)))
        {
            var kept = table with { Columns = [.. table.Columns.Where(column => column.Name is not ("content_hash" or "id"))] };
            lines.AddRange(
                (await kept.ReadAsync(db)).Select(row => normalizer.Normalize($"{table.Table}: {row}")).Order(StringComparer.Ordinal));
        }

        lines.AddRange(db.Outbox.AsEnumerable()
            .Select(row => normalizer.Normalize($"{row.Lane} {row.Kind} {row.State} {row.Error}"))
            .Order(StringComparer.Ordinal));
        // How often a card is redrawn, and so how many edits Slack reports, is a matter of pace.
        lines.AddRange(db.Inbox.AsEnumerable()
            .Select(row => normalizer.Normalize($"{row.Lane} {row.State} {row.Error}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
        return lines;
    });
}
