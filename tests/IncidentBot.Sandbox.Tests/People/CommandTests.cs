using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.People;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_carries_the_fields_of_the_sample()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("maya").TypeAsync("incidents", "/incident declare checkout");

        Assert.Equal("/slack/commands", lab.Bot.LastAsked.Path);
        var expected = Sample.Load("01_http_slash_command").GetProperty("decoded_form").EnumerateObject().Select(p => p.Name);
        Assert.Equal(expected.Order(), lab.Bot.LastAsked.Form.Keys.Order());
        Assert.Equal("declare checkout", lab.Bot.LastAsked.Form["text"]);
    }

    [Theory]
    [InlineData("for @ben", "for <@U0BEN00002|ben>")]
    [InlineData("in #payments now", "in <#C0PAYMENTS|payments> now")]
    [InlineData("a & b <c>", "a &amp; b &lt;c&gt;")]
    [InlineData("see https://example.test/x?a=1&b=2", "see <https://example.test/x?a=1&amp;b=2>")]
    [InlineData("call @oncall or @nobody", "call <!subteam^S0ONCALL01|@oncall> or @nobody")]
    [InlineData("mail ben@example.test", "mail ben@example.test")]
    public async Task Typed_names_arrive_as_ids(string typed, string text)
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("maya").TypeAsync("incidents", $"/incident {typed}");

        Assert.Equal(text, lab.Bot.LastAsked.Form["text"]);
    }

    [Fact]
    public async Task An_empty_answer_says_nothing()
    {
        await using var lab = await SlackLab.StartAsync();

        var typed = await lab.Workspace.As("maya").TypeAsync("incidents", "/incident new");

        Assert.True(typed.Acknowledgement!.Ok);
        Assert.Null(typed.Message);
        Assert.Empty(lab.Workspace.MessagesIn("incidents"));
    }

    [Fact]
    public async Task An_answer_is_for_the_person_unless_it_says_otherwise()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");

        lab.Bot.Answer = _ => Results.Text("Try /incident help");
        var text = await maya.TypeAsync("incidents", "/incident nonsense");
        lab.Bot.Answer = _ => Results.Json(new { response_type = "in_channel", text = "INC-1 declared" });
        var shared = await maya.TypeAsync("incidents", "/incident new");

        Assert.Equal(maya.User.Id, text.Message!.EphemeralTo);
        Assert.Equal("INC-1 declared", shared.Message!.Text);
        Assert.Equal(["/incident new", "INC-1 declared"], lab.Workspace.MessagesIn("incidents").Select(m => m.Text));
    }

    [Fact]
    public async Task A_failing_bot_is_a_message_from_Slackbot()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Bot.Answer = _ => Results.StatusCode(500);

        var typed = await lab.Workspace.As("maya").TypeAsync("incidents", "/incident new");

        Assert.Contains("dispatch_failed", typed.Message!.Text, StringComparison.Ordinal);
        Assert.Single(lab.Workspace.EphemeralsFor("maya"));
    }

    [Fact]
    public async Task An_unknown_command_does_not_reach_the_bot()
    {
        await using var lab = await SlackLab.StartAsync();

        var typed = await lab.Workspace.As("maya").TypeAsync("incidents", "/giphy cat");

        Assert.Contains("not a valid command", typed.Message!.Text, StringComparison.Ordinal);
        Assert.Empty(lab.Bot.All);
    }

    [Fact]
    public async Task Shortcuts_carry_what_the_samples_show()
    {
        await using var lab = await SlackLab.StartAsync();
        var ben = lab.Workspace.As("ben");
        var parent = (await ben.TypeAsync("incidents", "first")).Message!;
        var reply = (await lab.Workspace.As("maya").TypeAsync("incidents", "rolled back", parent.Ts)).Message!;
        await lab.Workspace.SettleAsync();

        await ben.ShortcutAsync("incident_declare");
        var global = lab.Bot.LastAsked.Payload;
        await ben.MessageShortcutAsync("timeline_add", reply);
        var message = lab.Bot.LastAsked.Payload;

        Sample.AssertShape(Sample.Load("13_shortcut_global"), global, "name");
        Sample.AssertShape(Sample.Load("14_message_action"), message);
    }
}
