using System.Globalization;
using IncidentBot.Domain.Timelines;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Timelines;

public sealed class EntryVerbTests
{
    [Theory]
    [InlineData("note rolled back at 09:30", "rolled back", EntryKind.Note, null, "2026-03-03T08:30:00Z")]
    [InlineData("note rolled back at 09:30.", "rolled back", EntryKind.Note, null, "2026-03-03T08:30:00Z")]
    [InlineData("note rolled back at 08:06 UTC", "rolled back", EntryKind.Note, null, "2026-03-03T08:06:00Z")]
    [InlineData("note rolled back at 9.52", "rolled back", EntryKind.Note, null, "2026-03-03T08:52:00Z")]
    [InlineData("note rolled back 10 min ago", "rolled back", EntryKind.Note, null, "2026-03-03T08:50:00Z")]
    [InlineData("note scaled to 9.52 GB", "scaled to 9.52 GB", EntryKind.Note, null, "2026-03-03T09:00:00Z")]
    [InlineData("note\n09:30 rolled back", "rolled back", EntryKind.Note, null, "2026-03-03T08:30:00Z")]
    [InlineData("decision\u00A0stay on 4.1", "stay on 4.1", EntryKind.Decision, null, "2026-03-03T09:00:00Z")]
    [InlineData("note looked at the logs", "looked at the logs", EntryKind.Note, null, "2026-03-03T09:00:00Z")]
    [InlineData("decision stay on 4.1 at yesterday 23:50", "stay on 4.1", EntryKind.Decision, null, "2026-03-02T22:50:00Z")]
    [InlineData("signal disk alert at 10 min ago", "disk alert", EntryKind.Signal, SignalState.Fired, "2026-03-03T08:50:00Z")]
    [InlineData("signal disk alert at 09:30 missed", "disk alert", EntryKind.Signal, SignalState.Missed, "2026-03-03T08:30:00Z")]
    [InlineData("signal the alert was missed", "the alert was missed", EntryKind.Signal, SignalState.Missed, "2026-03-03T09:00:00Z")]
    public async Task Typed_entries_use_the_authors_time_zone_and_are_posted_in_the_channel(
        string typed, string text, EntryKind kind, SignalState? state, string at)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {typed}");
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal((text, kind, state), (entry.Text, entry.Kind, entry.SignalState));
        var expected = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.InRange(entry.At, expected, expected.AddMinutes(1));
        var echo = app.Slack.MessagesIn(incident.Channel)[^1];
        Assert.Contains($"{text} (added by @maya)", app.Slack.PlainText(echo), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("signal at 09:30")]
    [InlineData("decision    ")]
    public async Task A_command_without_text_is_answered_with_examples(string typed)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {typed}");
        await app.SettleAsync();

        Assert.Empty(await app.EntriesAsync());
        Assert.Contains(
            "rolled back the release at 14:05", app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note rolled back <the> release at 25:00", "“at 25:00”")]
    [InlineData("decision stay on 4.1 at 14:05 IST", "“at 14:05 IST”")]
    [InlineData("signal disk alert at 14:60 missed", "“at 14:60”")]
    public async Task A_time_that_cannot_be_read_is_asked_about_and_the_command_repeated(string typed, string phrase)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {typed}");
        await app.SettleAsync();

        Assert.Empty(await app.EntriesAsync());
        var answer = app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]);
        Assert.Contains(phrase, answer, StringComparison.Ordinal);
        Assert.Contains($"/incident {typed}", answer, StringComparison.Ordinal);
    }
}
