using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class MarkMethodsTests
{
    private const string Incidents = "C0INCIDENT";

    [Fact]
    public async Task A_pin_is_added_once_told_and_removed()
    {
        await using var lab = await SlackLab.StartAsync();
        var message = (await lab.Workspace.As("ben").TypeAsync("incidents", "rolled back")).Message!;
        var target = (("channel", Incidents), ("timestamp", message.Ts));

        var added = await lab.CallAsync("pins.add", target.Item1, target.Item2);
        var again = await lab.CallAsync("pins.add", target.Item1, target.Item2);
        var removed = await lab.CallAsync("pins.remove", target.Item1, target.Item2);
        var gone = await lab.CallAsync("pins.remove", target.Item1, target.Item2);

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("pins.add"), added);
        Assert.Equal("already_pinned", again.Text("error"));
        Assert.True(removed.Flag("ok"));
        Assert.Equal("no_pin", gone.Text("error"));
        var events = Sample.Load("27_events_pin_added_removed");
        Sample.AssertShape(events[0].GetProperty("event"), lab.Bot.EventsOf("pin_added").Single(), "thread_ts", "parent_user_id", "blocks");
        Sample.AssertShape(
            events[1].GetProperty("event"), lab.Bot.EventsOf("pin_removed").Single(), "thread_ts", "parent_user_id", "blocks");
    }

    [Fact]
    public async Task A_reaction_is_added_once_read_told_and_removed()
    {
        await using var lab = await SlackLab.StartAsync();
        var message = (await lab.Workspace.As("ben").TypeAsync("incidents", "rolled back")).Message!;
        (string, string)[] target = [("channel", Incidents), ("timestamp", message.Ts), ("name", "white_check_mark")];

        var added = await lab.CallAsync("reactions.add", target);
        var again = await lab.CallAsync("reactions.add", target);
        var read = await lab.CallAsync("reactions.get", target);
        var removed = await lab.CallAsync("reactions.remove", target);
        var gone = await lab.CallAsync("reactions.remove", target);
        var unknown = await lab.CallAsync("reactions.add", target[0], target[1], ("name", "No Such"));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("reactions.add"), added);
        Assert.Equal("already_reacted", again.Text("error"));
        Assert.Equal(1, read.GetProperty("message").Items("reactions").Single().Number("count"));
        Assert.True(removed.Flag("ok"));
        Assert.Equal("no_reaction", gone.Text("error"));
        Assert.Equal("invalid_name", unknown.Text("error"));
        var events = Sample.Load("26_events_reaction_added_removed");
        Sample.AssertShape(events[0].GetProperty("event"), lab.Bot.EventsOf("reaction_added").Single());
        Sample.AssertShape(events[1].GetProperty("event"), lab.Bot.EventsOf("reaction_removed").Single());
    }

    [Fact]
    public async Task A_reaction_and_a_pin_at_the_same_moment_both_stay()
    {
        await using var lab = await SlackLab.StartAsync();
        var read = (await lab.Workspace.As("ben").TypeAsync("incidents", "rolled back")).Message!;

        lab.Workspace.Messages.React(read, "eyes", "U0MAYA0001");
        lab.Workspace.Messages.SetPin(read, new Pin("U0MAYA0001", lab.Workspace.Now), "U0MAYA0001");
        lab.Workspace.Messages.Edit(read, m => m with { Text = "rolled back at 9" }, by: null);

        var kept = lab.Workspace.Messages.Find(read.Channel, read.Ts)!;
        Assert.Equal("eyes", Assert.Single(kept.Reactions).Name);
        Assert.NotNull(kept.Pin);
        Assert.Equal("rolled back at 9", kept.Text);
    }
}
