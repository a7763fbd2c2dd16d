using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>What happens in a channel before and during an outage, and what must be stored afterwards.</summary>
internal static class EventOutage
{
    /// <summary>Before the outage: five messages and three replies, none of them on the timeline.</summary>
    public static async Task<IReadOnlyDictionary<string, Message>> BeforeOutageAsync(BotApp app, ScenarioIncident incident)
    {
        var said = new Dictionary<string, Message>(StringComparer.Ordinal);
        foreach (var text in new[] { "Frist", "Will go", "Deploy went live", "Root", "Root that will go" })
        {
            said[text] = await app.SaysAsync("ben", incident, text);
        }

        (string Text, string Root)[] replies =
        [
            ("Reply that stays", "Root"),
            ("Reply that goes", "Root"),
            ("Goes with its root", "Root that will go"),
        ];
        foreach (var (text, root) in replies)
        {
            said[text] = (await app.Slack.As("aiko").TypeAsync(incident.Channel, text, said[root].Ts)).Message!;
        }

        await app.SettleAsync();
        return said;
    }

    public static async Task DuringOutageAsync(BotApp app, ScenarioIncident incident, IReadOnlyDictionary<string, Message> said)
    {
        var (ben, maya, aiko) = (app.Slack.As("ben"), app.Slack.As("maya"), app.Slack.As("aiko"));
        await ben.EditAsync(said["Frist"], "First");
        await ben.DeleteAsync(said["Will go"]);
        await maya.ReactAsync(said["Deploy went live"], "pushpin");
        await aiko.DeleteAsync(said["Reply that goes"]);
        await aiko.DeleteAsync(said["Goes with its root"]);
        await ben.DeleteAsync(said["Root that will go"]);
        var added = (await ben.TypeAsync(incident.Channel, "Pool exhausted")).Message!;
        var reply = (await aiko.TypeAsync(incident.Channel, "Error rate 12 %", said["Root"].Ts)).Message!;
        var idea = (await ben.TypeAsync(incident.Channel, "We need an alert", added.Ts)).Message!;
        await maya.PinAsync(added);
        await maya.ReactAsync(reply, "no_bell");
        await maya.ReactAsync(idea, "hammer_and_wrench");
    }

    public static async Task AssertNothingIsMissingAsync(BotApp app)
    {
        var record = (await app.RecordAsync()).ToDictionary(message => message.VersionsInOrder()[0].Text);
        Assert.Equal(11, record.Count);
        Assert.Equal(["Frist", "First"], record["Frist"].VersionsInOrder().Select(version => version.Text));
        Assert.Equal(
            ["Goes with its root", "Reply that goes", "Root that will go", "Will go"],
            record.Values.Where(message => message.DeletedAt is not null).Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                ("Deploy went live", EntryKind.Event, EntrySource.Reaction),
                ("Pool exhausted", EntryKind.Event, EntrySource.Pin),
                ("Error rate 12 %", EntryKind.Signal, EntrySource.Reaction),
            ],
            (await app.EntriesAsync()).Where(entry => entry.Ts is not null).Select(entry => (entry.Text, entry.Kind, entry.Source)));
        var idea = Assert.Single(await app.ReadAsync(db => db.ActionIdeas.ToListAsync()));
        Assert.Equal(
            ("We need an alert", IdeaState.Collected, app.Slack.Users.Find("maya")!.Id), (idea.Text, idea.State, idea.CreatedBy.Value));
    }

    /// <summary>All stored messages and entries with their versions, to show that reading again changes nothing.</summary>
    public static async Task<string> SnapshotAsync(BotApp app) => string.Join(
        '\n',
        (await app.RecordAsync()).Select(message => $"{message.Ts} {message.Version} {message.Text} {message.DeletedAt}")
            .Concat(
                (await app.EntriesAsync())
                    .Where(entry => entry.Ts is not null)
                    .Select(entry => $"{entry.Id} {entry.Version} {entry.Text}")));
}
