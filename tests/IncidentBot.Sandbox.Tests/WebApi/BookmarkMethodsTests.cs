using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class BookmarkMethodsTests
{
    [Fact]
    public async Task A_bookmark_is_added_edited_listed_and_removed()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = ("channel_id", await lab.NewChannelAsync());

        var added = await lab.CallAsync("bookmarks.add",
            channel, ("title", "Incident page"), ("type", "link"), ("link", "https://example.test/i/1"), ("emoji", ":page_facing_up:"));
        var id = ("bookmark_id", added.GetProperty("bookmark").Text("id")!);
        var edited = await lab.CallAsync("bookmarks.edit", channel, id, ("title", "Post-mortem"));
        var listed = await lab.CallAsync("bookmarks.list", channel);
        var removed = await lab.CallAsync("bookmarks.remove", channel, id);

        Sample.AssertShape(Sample.Success("bookmarks.add"), added);
        Assert.Equal("https://example.test/i/1", edited.GetProperty("bookmark").Text("link"));
        Assert.Equal("Post-mortem", Assert.Single(listed.Items("bookmarks")).Text("title"));
        Assert.True(removed.Flag("ok"));
        Assert.Empty(lab.Workspace.Bookmarks.In(channel.Item2));
    }

    [Theory]
    [InlineData("not a link", "invalid_link")]
    [InlineData("", "invalid_link")]
    public async Task A_bookmark_needs_an_address(string link, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("bookmarks.add",
            ("channel_id", "C0INCIDENT"), ("title", "Page"), ("type", "link"), ("link", link));

        Assert.Equal(error, answer.Text("error"));
    }
}
