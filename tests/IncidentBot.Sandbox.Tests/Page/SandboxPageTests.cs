using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Tests.Page;

public sealed class SandboxPageTests
{
    private const string Composer = "[data-testid=composer]";

    [Fact]
    public async Task What_is_typed_is_sent_as_the_person_one_is()
    {
        await using var page = OpenPage.As("ben");

        await page.TypeAsync(Composer, "rolling back, @maya");
        await page.SubmitAsync(".composer");

        var message = (await page.ReadAsync()).QuerySelectorAll("[data-testid=message]")[^1];
        Assert.Contains("Ben Okafor", message.TextContent, StringComparison.Ordinal);
        Assert.Contains("rolling back, @Maya Lindqvist", message.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sent_text_is_not_sent_twice()
    {
        await using var page = OpenPage.As("ben");

        await page.TypeAsync(Composer, "once");
        await page.SubmitAsync(".composer");
        await page.SubmitAsync(".composer");

        Assert.Single(page.Workspace.MessagesIn("incidents"));
    }

    [Fact]
    public async Task The_composer_offers_the_commands_of_the_manifest()
    {
        await using var page = OpenPage.As("ben");

        await page.TypeAsync(Composer, "/");

        var hints = (await page.ReadAsync()).QuerySelectorAll(".hints b").Select(hint => hint.TextContent);
        Assert.Equal(page.Workspace.App.Commands.Select(command => $"{command.Command} {command.UsageHint}"), hints);
    }

    [Fact]
    public async Task A_part_that_cannot_be_drawn_says_so_and_the_page_goes_on()
    {
        await using var page = OpenPage.As("ben");
        var broken = page.Workspace.Views.Open(
            page.State.Me.Id, Json.Parse("""{"type": "modal", "blocks": [{"type": "table", "rows": ["no row"]}]}"""));

        await page.FindAsync("[data-testid=page-failed]");
        page.Workspace.Views.Pop(broken);
        await page.ClickAsync("[data-testid=page-failed] button");

        await page.FindAsync(Composer);
    }

    [Fact]
    public async Task A_channel_with_something_new_has_a_dot_until_it_is_opened()
    {
        await using var page = OpenPage.As("ben");

        await page.Workspace.As("maya").TypeAsync("payments", "anybody here?");

        await page.FindAsync("[data-testid=channel-payments] .dot");
        await page.ClickAsync("[data-testid=channel-payments]");
        Assert.Null((await page.ReadAsync()).QuerySelector("[data-testid=channel-payments] .dot"));
    }

    [Fact]
    public async Task Reactions_are_counted_and_taken_back()
    {
        await using var page = OpenPage.As("ben");
        var message = (await page.Workspace.As("maya").TypeAsync("incidents", "it burns")).Message!;
        await page.Workspace.As("maya").ReactAsync(message, "eyes");

        await page.ClickAsync("[data-testid=reaction-eyes]");
        Assert.Contains("2", (await page.FindAsync("[data-testid=reaction-eyes]")).TextContent, StringComparison.Ordinal);

        await page.ClickAsync("[data-testid=reaction-eyes]");
        Assert.Contains("1", (await page.FindAsync("[data-testid=reaction-eyes]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_under_their_field_and_typed_text_stays()
    {
        await using var page = OpenPage.As("ben");
        page.Workspace.Views.Open(page.State.Me.Id, Json.Parse("""
            {
              "type": "modal", "title": {"type": "plain_text", "text": "Declare"}, "submit": {"type": "plain_text", "text": "Go"},
              "blocks": [
                {"type": "input", "block_id": "title", "label": {"type": "plain_text", "text": "Title"},
                 "element": {"type": "plain_text_input", "action_id": "a"}},
                {"type": "input", "block_id": "why", "label": {"type": "plain_text", "text": "Why"},
                 "element": {"type": "plain_text_input", "action_id": "b"}}
              ]
            }
            """));

        await page.TypeAsync("#field-title-a", "Checkout is down");
        await page.SubmitAsync("[data-testid=modal]");

        var errors = (await page.ReadAsync()).QuerySelectorAll("[data-testid=field-error]");
        Assert.Equal("Please complete this required field.", Assert.Single(errors).TextContent);
        Assert.Equal("Checkout is down", (await page.FindAsync("#field-title-a")).GetAttribute("value"));
    }

    [Fact]
    public async Task Ephemeral_messages_are_for_one_person_and_gone_after_a_reload()
    {
        await using var page = OpenPage.As("ben");
        page.Workspace.Messages.Post(
            new Message("C0INCIDENT", "", "U0INCBOT01", "psst") { BotId = "B0INCBOT01", EphemeralTo = "U0BEN00002" });

        Assert.Contains("Only visible to you", (await page.FindAsync("[data-testid=message]")).TextContent, StringComparison.Ordinal);

        page.State.SwitchTo("U0MAYA0001");
        Assert.Empty((await page.ReadAsync()).QuerySelectorAll("[data-testid=message]"));
        var reloaded = new Sandbox.Page.Chat.PageState(page.Workspace);
        reloaded.SwitchTo("U0BEN00002");
        Assert.False(reloaded.IsShown(Assert.Single(page.Workspace.EphemeralsFor("ben"))));
    }

    [Fact]
    public async Task Nothing_typed_anywhere_becomes_markup()
    {
        await using var page = OpenPage.As("ben");
        const string Evil = "<img src=x onerror=alert(1)>\"><script>alert(1)</script>";

        await page.TypeAsync(Composer, Evil);
        await page.SubmitAsync(".composer");
        page.Workspace.Channels.SetTopic("C0INCIDENT", Evil, "U0BEN00002");
        page.Workspace.Users.Put(page.State.Me with { RealName = Evil, Title = Evil });

        var document = await page.ReadAsync();
        Assert.Empty(document.QuerySelectorAll("img, script"));
        Assert.Contains(Evil, document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channels_canvas_is_shown_as_it_was_written()
    {
        await using var page = OpenPage.As("ben");
        Assert.Null((await page.ReadAsync()).QuerySelector("[data-testid=canvas]"));
        await page.Workspace.As("maya").WriteCanvasAsync("incidents", "# Checkout <b>is</b> down\n\n- *one*");

        await page.ClickAsync("[data-testid=canvas]");

        Assert.Equal("# Checkout <b>is</b> down\n\n- *one*", (await page.FindAsync("[data-testid=canvas-text]")).TextContent);
    }
}
