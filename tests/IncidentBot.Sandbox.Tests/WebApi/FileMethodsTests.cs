using System.Net.Http.Headers;
using System.Text;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class FileMethodsTests
{
    private static readonly byte[] Markdown = Encoding.UTF8.GetBytes("# INC-1");

    [Fact]
    public async Task A_file_is_announced_sent_and_shared()
    {
        await using var lab = await SlackLab.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;

        var announced = await lab.CallAsync("files.getUploadURLExternal", ("filename", "inc-1.md"), ("length", "7"));
        using var sent = await lab.Http.PostAsync(new Uri(announced.Text("upload_url")!), new ByteArrayContent(Markdown), cancellation);
        var id = announced.Text("file_id")!;
        var shared = await lab.CallAsync("files.completeUploadExternal",
            ("files", $$"""[{"id":"{{id}}","title":"Write-up"}]"""), ("channel_id", "C0INCIDENT"), ("initial_comment", "Here it is"));
        var info = await lab.CallAsync("files.info", ("file", id));

        Sample.AssertShape(Sample.Success("files.getUploadURLExternal"), announced);
        Assert.Equal("OK - 7", await sent.Content.ReadAsStringAsync(cancellation));
        Sample.AssertShape(Sample.Success("files.completeUploadExternal"), shared);
        var message = Assert.Single(lab.Workspace.MessagesIn("incidents"));
        Assert.Equal("Here it is", message.Text);
        Assert.Equal(
            message.Ts, info.GetProperty("file").GetProperty("shares").GetProperty("public").GetProperty("C0INCIDENT")[0].Text("ts"));
    }

    [Fact]
    public async Task A_file_of_another_length_is_not_taken()
    {
        await using var lab = await SlackLab.StartAsync();
        var announced = await lab.CallAsync("files.getUploadURLExternal", ("filename", "inc-1.md"), ("length", "8"));

        using var sent = await lab.Http.PostAsync(
            new Uri(announced.Text("upload_url")!), new ByteArrayContent(Markdown), TestContext.Current.CancellationToken);
        var completed = await lab.CallAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{announced.Text("file_id")}}"}]"""));

        Assert.Equal(400, (int)sent.StatusCode);
        Assert.Equal("file_not_found", completed.Text("error"));
    }

    [Fact]
    public async Task A_file_comes_down_with_the_token_and_a_login_page_without()
    {
        await using var lab = await SlackLab.StartAsync();
        var message = await lab.Workspace.As("ben").UploadAsync("incidents", "graph.md", Markdown, "error graph");
        await lab.Workspace.SettleAsync();
        var address = lab.Bot.Last.Event.GetProperty("files")[0].Text("url_private")!;

        using var anonymous = await lab.Http.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        lab.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SlackLab.Token);
        var content = await lab.Http.GetByteArrayAsync(new Uri(address), TestContext.Current.CancellationToken);

        Assert.Equal("text/html", anonymous.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Markdown, content);
        Assert.Equal("error graph", message.Text);
        Sample.AssertShape(Sample.Load("25_event_file_share").GetProperty("event"), lab.Bot.Last.Event,
            "client_msg_id", "blocks", "team", "thumb_360", "original_w", "original_h", "permalink_public");
    }
}
