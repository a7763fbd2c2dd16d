using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class CallOrderTests
{
    private const string BadBlocks = """[{"type":"nonsense"}]""";

    [Fact]
    public async Task Each_check_comes_before_the_next()
    {
        await using var lab = await SlackLab.StartAsync();
        var archived = await lab.NewChannelAsync("inc-1");
        await lab.CallAsync("conversations.archive", ("channel", archived));

        Assert.Equal("channel_not_found", await ErrorAsync(lab, ("channel", "C0NOWHERE"), ("blocks", BadBlocks)));
        Assert.Equal("is_archived", await ErrorAsync(lab, ("channel", archived), ("blocks", BadBlocks)));
        Assert.Equal("not_in_channel", await ErrorAsync(lab, ("channel", "C0PAYMENTS"), ("blocks", BadBlocks)));
        Assert.Equal("invalid_blocks", await ErrorAsync(lab, ("channel", "C0INCIDENT"), ("blocks", BadBlocks)));
    }

    [Fact]
    public async Task Every_answer_names_the_scopes_in_its_headers()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.TakeScope("pins:write");

        using var refused = await lab.SendAsync("pins.add", SlackLab.Form());

        Assert.Equal("pins:write", refused.Headers.GetValues("x-accepted-oauth-scopes").Single());
        var provided = refused.Headers.GetValues("x-oauth-scopes").Single().Split(',');
        Assert.Contains("chat:write", provided);
        Assert.DoesNotContain("pins:write", provided);
    }

    [Fact]
    public async Task Too_many_blocks_are_invalid_blocks_in_a_message_and_invalid_arguments_in_a_view()
    {
        await using var lab = await SlackLab.StartAsync();
        var view = $$"""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":{{Dividers(101)}}}""";

        Assert.Equal("invalid_blocks", await ErrorAsync(lab, ("channel", "C0INCIDENT"), ("text", "x"), ("blocks", Dividers(51))));
        Assert.Equal(
            "invalid_arguments",
            (await lab.CallAsync("views.open", ("trigger_id", await lab.TriggerAsync()), ("view", view))).Text("error"));
    }

    private static async Task<string?> ErrorAsync(SlackLab lab, params (string, string)[] arguments) =>
        (await lab.CallAsync("chat.postMessage", arguments)).Text("error");

    private static string Dividers(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", count))}]";
}
