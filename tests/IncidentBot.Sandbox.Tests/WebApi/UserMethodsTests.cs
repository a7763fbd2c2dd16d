using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class UserMethodsTests
{
    [Fact]
    public async Task The_bot_learns_who_it_is()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("auth.test");

        Sample.AssertShape(Sample.Success("auth.test"), answer);
        Assert.Equal(lab.Workspace.Users.Bot.Id, answer.Text("user_id"));
    }

    [Fact]
    public async Task A_person_has_a_zone_and_an_address()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("users.info", ("user", "U0AIKO0003"));

        Sample.AssertShape(Sample.Success("users.info"), answer);
        Assert.Equal(9 * 3600, answer.GetProperty("user").Number("tz_offset"));
        Assert.Equal("aiko@example.test", answer.GetProperty("user").GetProperty("profile").Text("email"));
    }

    [Fact]
    public async Task Without_the_scope_there_are_no_addresses()
    {
        var scopes = SandboxAppConfig.IncidentBot.Scopes.Where(s => s != "users:read.email").ToHashSet();
        await using var lab = await SlackLab.StartAsync(SandboxAppConfig.IncidentBot with { Scopes = scopes });

        var answer = await lab.CallAsync("users.info", ("user", "U0AIKO0003"));

        Assert.Null(answer.GetProperty("user").GetProperty("profile").At("email"));
    }

    [Fact]
    public async Task Everybody_is_listed_the_departed_and_the_bots_too()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("users.list", ("limit", "200"));

        Sample.AssertShape(Sample.Success("users.list"), answer);
        var members = answer.Items("members").ToDictionary(m => m.Text("name")!);
        Assert.True(members["oskar"].Flag("deleted"));
        Assert.True(members["gail"].Flag("is_restricted"));
        Assert.True(members["alertmanager"].Flag("is_bot"));
        Assert.False(members["slackbot"].Flag("is_bot"));
    }

    [Fact]
    public async Task Groups_name_their_people()
    {
        await using var lab = await SlackLab.StartAsync();

        var groups = await lab.CallAsync("usergroups.list", ("include_users", "true"));
        var users = await lab.CallAsync("usergroups.users.list", ("usergroup", "S0ONCALL01"));
        var unknown = await lab.CallAsync("usergroups.users.list", ("usergroup", "S0NOTHING1"));

        Sample.AssertShape(Sample.Success("usergroups.users.list"), users);
        Assert.Equal("oncall", Assert.Single(groups.Items("usergroups")).Text("handle"));
        Assert.Equal("no_such_subteam", unknown.Text("error"));
    }

    [Fact]
    public async Task The_team_is_described()
    {
        await using var lab = await SlackLab.StartAsync();

        var team = await lab.CallAsync("team.info");

        Sample.AssertShape(Sample.Success("team.info"), team);
    }
}
