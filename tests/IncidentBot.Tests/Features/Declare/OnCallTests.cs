using IncidentBot.Cards;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

public sealed class OnCallTests
{
    [Theory]
    [Trait("Engine", "both")]
    [InlineData("oncall")]
    [InlineData("@oncall")]
    [InlineData("S0ONCALL01")]
    public async Task The_people_on_call_for_the_severity_are_invited(string group)
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", group));

        var incident = await Scenarios.DeclaredSev1(app);

        Assert.Contains(app.Slack.As("carlos").User.Id, app.Slack.Channels.Named(incident.Channel).Members);
    }

    [Fact]
    public async Task No_one_is_invited_for_a_severity_without_a_group()
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "oncall"));

        var incident = await Scenarios.DeclaredSev2(app);

        Assert.DoesNotContain(app.Slack.As("carlos").User.Id, app.Slack.Channels.Named(incident.Channel).Members);
    }

    [Theory]
    [InlineData("private", false)]
    [InlineData("private,on_call", true)]
    public async Task A_private_incident_invites_the_group_only_when_its_declarer_asks_for_that(string ticked, bool isInvited)
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "oncall"));
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "declare_more");

        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("private", ticked)));
        await app.SettleAsync();

        var channel = (await app.ReadAsync(db => db.Channels.SingleAsync())).Name!;
        Assert.Equal(isInvited, app.Slack.Channels.Named(channel).Members.Contains(app.Slack.As("carlos").User.Id));
    }

    [Fact]
    public async Task Raising_the_severity_invites_its_group_and_no_one_twice_and_names_whom_Slack_refuses()
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "oncall"), ("OnCall:Sev2", "second"));
        app.Slack.Users.Put(new UserGroup("S0SECOND01", "second", "Second line", ["U0TOM00008", "U0CARLOS04"]));
        app.Slack.Users.Put(new UserGroup("S0ONCALL01", "oncall", "On call", ["U0CARLOS04", "U0AIKO0003", app.IdOf("gail").Value]));
        var incident = await Scenarios.DeclaredSev2(app);
        await app.Slack.As("carlos").LeaveAsync(incident.Channel);
        await app.SettleAsync();

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 1");
        await app.SettleAsync();

        var members = app.Slack.Channels.Named(incident.Channel).Members;
        Assert.Contains(app.Slack.As("tom").User.Id, members);
        Assert.Contains(app.Slack.As("aiko").User.Id, members);
        Assert.DoesNotContain(app.Slack.As("carlos").User.Id, members);
        var refused = Assert.Single(
            app.Slack.MessagesIn(incident.Channel), each => app.Slack.PlainText(each).Contains("Not invited", StringComparison.Ordinal));
        Assert.Equal("Not invited: @gail (a guest; ask an admin to add them).", app.Slack.PlainText(refused), ignoreCase: true);

        await app.Slack.As("aiko").ClickAsync(app.Slack.MessagesIn("incidents")[^1], CardActions.Join);
        await app.SettleAsync();

        Assert.DoesNotContain(
            app.Slack.Calls.Of("conversations.invite"), call => call.Answer.Contains("already_in_channel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("usergroups.list", "plan_upgrade_required", "plan has no user groups")]
    [InlineData("usergroups.list", "missing_scope", "lacks the permission")]
    [InlineData("usergroups.users.list", "no_such_subteam", "is disabled")]
    public async Task When_the_group_cannot_be_invited_the_incident_continues_and_one_line_says_so(
        string method, string error, string sentence)
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "oncall"), ("OnCall:Sev2", "oncall"));
        app.ExpectLogs();
        app.Slack.CallFailures.Next(method, new CallFailure(CallFailureKind.Error) { Code = error }, calls: 2);
        var incident = await Scenarios.DeclaredSev2(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 1");
        await app.SettleAsync();

        var line = Assert.Single(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("call anyone for", StringComparison.Ordinal));
        Assert.Contains(sentence, app.Slack.PlainText(line), StringComparison.Ordinal);
        Assert.Contains(
            app.Logs.Lines, entry => entry.Contains("No one was called for SEV2, because user group oncall", StringComparison.Ordinal));
        Assert.Contains(app.Slack.MessagesIn(incident.Channel), message => message.Pin is not null);
    }

    [Fact]
    public async Task No_one_is_invited_to_an_incident_that_was_over_when_the_scope_came_back()
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "oncall"));
        app.ExpectLogs();
        app.Slack.Failures.TakeScope("usergroups:read");
        var incident = await Scenarios.DeclaredSev1(app);
        await Scenarios.Resolve(app, incident);

        app.Slack.Failures.GiveScope("usergroups:read");
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.DoesNotContain(app.Slack.As("carlos").User.Id, app.Slack.Channels.Named(incident.Channel).Members);
    }

    [Fact]
    public async Task An_unknown_user_group_is_reported_and_stops_nothing()
    {
        await using var app = await BotApp.StartAsync(("OnCall:Sev1", "nobody-here"));
        app.ExpectLogs();

        var incident = await Scenarios.DeclaredSev1(app);

        Assert.Contains(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("the user group doesn't exist", StringComparison.Ordinal));
    }
}
