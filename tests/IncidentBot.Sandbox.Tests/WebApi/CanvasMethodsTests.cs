using System.Text.Json;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class CanvasMethodsTests
{
    private const string Channel = "C0INCIDENT";

    [Fact]
    public async Task A_channel_gets_one_canvas_whose_content_is_replaced()
    {
        await using var lab = await SlackLab.StartAsync();

        var made = await CreateAsync(lab, "# Before");
        var again = await CreateAsync(lab, "# Another");
        var edited = await EditAsync(lab, made.Text("canvas_id")!, "# After");

        Sample.AssertShape(Sample.Success("canvases.create"), made);
        Assert.Equal("channel_canvas_already_exists", again.Text("error"));
        Assert.True(edited.Flag("ok"));
        Assert.Equal("# After", lab.Workspace.Canvases.Of("incidents")!.Markdown);
    }

    [Fact]
    public async Task A_channel_names_its_canvas_and_the_canvas_who_made_it()
    {
        await using var lab = await SlackLab.StartAsync();
        var before = await lab.CallAsync("conversations.info", ("channel", Channel));
        var canvas = await lab.Workspace.As("maya").WriteCanvasAsync("incidents", "Our links");

        var info = await lab.CallAsync("conversations.info", ("channel", Channel));
        var file = await lab.CallAsync("files.info", ("file", canvas.Id));

        Assert.False(before.GetProperty("channel").TryGetProperty("properties", out _));
        Assert.Equal(canvas.Id, info.GetProperty("channel").GetProperty("properties").GetProperty("canvas").Text("file_id"));
        Assert.Equal(lab.Workspace.As("maya").User.Id, file.GetProperty("file").Text("user"));
    }

    [Fact]
    public async Task A_canvas_needs_its_scope_and_has_to_be_there()
    {
        await using var lab = await SlackLab.StartAsync();

        Assert.Equal("canvas_not_found", (await EditAsync(lab, "F0NOWHERE", "# After")).Text("error"));
        lab.Workspace.Installation.Take("canvases:write");
        Assert.Equal("canvases:write", (await CreateAsync(lab, "# Before")).Text("needed"));
    }

    private static Task<JsonElement> CreateAsync(SlackLab lab, string markdown) =>
        lab.CallAsync("conversations.canvases.create", ("channel_id", Channel), ("document_content", Document(markdown)));

    private static Task<JsonElement> EditAsync(SlackLab lab, string canvas, string markdown) =>
        lab.CallAsync(
            "canvases.edit",
            ("canvas_id", canvas),
            ("changes", $$"""[{"operation":"replace","document_content":{{Document(markdown)}}}]"""));

    private static string Document(string markdown) => $$"""{"type":"markdown","markdown":"{{markdown}}"}""";
}
