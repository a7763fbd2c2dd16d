using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests.Handlers;

public sealed class SlackRouteTableTests
{
    [Fact]
    public void The_table_reads_like_a_table()
    {
        var table = new SlackRouteTable()
            .Command<ScriptedHandler>("/demo", "[name]", "Says hello")
            .Action<ScriptedHandler>("press", "Does it")
            .Submission<ScriptedHandler>("save", "Saves it")
            .Closed<ScriptedHandler>("save", "Forgets it")
            .Shortcut<ScriptedHandler>("start", "Start", "Starts it")
            .MessageShortcut<ScriptedHandler>("keep", "Keep", "Keeps it")
            .Options<ScriptedHandler>("find", "Finds it")
            .Event<MessagePosted, ScriptedHandler>("Reads it");

        Assert.Equal(
            [
                "Command /demo", "Action press", "Submission save", "Closed save", "Shortcut start", "MessageShortcut keep",
                "Options find", "Event MessagePosted",
            ],
            table.Routes.Select(route => $"{route.Kind} {route.Id}"));
        Assert.Equal("Does it", table.Find(SlackRouteKind.Action, "press")?.Description);
        Assert.Null(table.Find(SlackRouteKind.Action, "Press"));
    }

    [Fact]
    public void Two_handlers_for_one_id_stop_the_start()
    {
        var table = new SlackRouteTable().Action<ScriptedHandler>("press", "Does it").Event<MessagePosted, ScriptedHandler>("Reads it");

        Assert.Throws<InvalidOperationException>(() => table.Action<ScriptedHandler>("press", "Does it again"));
        Assert.Throws<InvalidOperationException>(() => table.Event<MessagePosted, ScriptedHandler>("Reads it again"));
    }

    [Theory]
    [InlineData("", "Does it")]
    [InlineData("press", "")]
    public void A_route_has_an_id_and_a_description(string id, string description) =>
        Assert.Throws<ArgumentException>(() => new SlackRouteTable().Action<ScriptedHandler>(id, description));

    [Fact]
    public void A_command_begins_with_a_slash() =>
        Assert.Throws<ArgumentException>(() => new SlackRouteTable().Command<ScriptedHandler>("demo", "[name]", "Says hello"));

    [Fact]
    public void An_id_keeps_to_slacks_limit()
    {
        Assert.Single(new SlackRouteTable().Action<ScriptedHandler>(new string('x', 255), "Does it").Routes);
        Assert.Throws<ArgumentException>(() => new SlackRouteTable().Action<ScriptedHandler>(new string('x', 256), "Does it"));
    }
}
