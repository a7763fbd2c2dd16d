using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ScopeCheckTests
{
    [Theory]
    [InlineData("channels:manage", "false")]
    [InlineData("groups:write", "true")]
    public async Task Public_and_private_channels_need_scopes_of_their_own(string scope, string isPrivate)
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.TakeScope(scope);

        var refused = await lab.CallAsync("conversations.create", ("name", "one"), ("is_private", isPrivate));
        var made = await lab.CallAsync("conversations.create", ("name", "two"), ("is_private", isPrivate == "true" ? "false" : "true"));

        Assert.Equal("missing_scope", refused.Text("error"));
        Assert.Equal(scope, refused.Text("needed"));
        Assert.True(made.Flag("ok"));
    }

    [Fact]
    public async Task Reading_a_conversation_needs_the_scope_of_its_kind()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.TakeScope("im:history");
        var dm = lab.Workspace.As("ben").OpenDm();

        Assert.Equal("im:history", (await lab.CallAsync("conversations.history", ("channel", dm.Id))).Text("needed"));
        Assert.True((await lab.CallAsync("conversations.history", ("channel", "C0INCIDENT"))).Flag("ok"));
    }
}
