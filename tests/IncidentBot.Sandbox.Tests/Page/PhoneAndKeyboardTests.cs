namespace IncidentBot.Sandbox.Tests.Page;

/// <summary>What people rely on who have a small screen or no mouse.</summary>
public sealed class PhoneAndKeyboardTests
{
    private const string Composer = "[data-testid=composer]";
    private const string Drawer = ".sidebar.open";

    [Fact]
    public async Task The_drawer_opens_by_a_button_and_closes_with_a_choice_or_beside_it()
    {
        await using var page = OpenPage.As("ben");

        await page.ClickAsync("[data-testid=menu]");
        await page.FindAsync(Drawer);
        await page.ClickAsync("[data-testid=channel-payments]");
        Assert.Null((await page.ReadAsync()).QuerySelector(Drawer));
        await page.ClickAsync("[data-testid=menu]");
        await page.ClickAsync(".backdrop");
        Assert.Null((await page.ReadAsync()).QuerySelector(Drawer));
    }

    [Fact]
    public async Task A_draft_stays_in_its_channel_and_with_its_author_until_it_is_sent()
    {
        await using var page = OpenPage.As("ben");

        await page.TypeAsync(Composer, "half a sentence");
        await page.ClickAsync("[data-testid=channel-payments]");
        Assert.Equal("", (await page.FindAsync(Composer)).GetAttribute("value"));
        await page.ClickAsync("[data-testid=channel-incidents]");
        Assert.Equal("half a sentence", (await page.FindAsync(Composer)).GetAttribute("value"));
        page.State.SwitchTo(page.Workspace.As("maya").User.Id);
        Assert.Equal("", (await page.FindAsync(Composer)).GetAttribute("value"));
        page.State.SwitchTo(page.Workspace.As("ben").User.Id);

        await page.SubmitAsync(".composer");

        Assert.Equal("half a sentence", page.Workspace.PlainText(Assert.Single(page.Workspace.MessagesIn("incidents"))));
        await page.ClickAsync("[data-testid=channel-payments]");
        await page.ClickAsync("[data-testid=channel-incidents]");
        Assert.Equal("", (await page.FindAsync(Composer)).GetAttribute("value"));
    }

    [Fact]
    public async Task A_link_to_a_message_leads_to_the_message()
    {
        await using var page = OpenPage.As("ben");
        var message = (await page.Workspace.As("ben").TypeAsync("payments", "the pool is full")).Message!;
        var link = $"{page.Workspace.Team.Url}archives/{message.Channel}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        await page.Workspace.As("maya").TypeAsync("incidents", $"see {link}");

        await page.ClickAsync(".messages .text a");

        Assert.Equal("payments", page.State.Channel?.Name);
        await page.ReadAsync();
        Assert.Equal(message.Ts, Assert.Single(page.Asked, asked => asked.Identifier == "sandbox.jump").Arguments[0]);
    }

    [Fact]
    public async Task Back_returns_to_the_place_and_the_person_before()
    {
        await using var page = OpenPage.As("ben");
        var before = page.State.Address;
        await page.ClickAsync("[data-testid=channel-payments]");
        page.State.SwitchTo(page.Workspace.As("maya").User.Id);
        await page.ReadAsync();
        Assert.Contains(page.Asked, asked => asked.Identifier == "history.pushState" && Equals(asked.Arguments[2], page.State.Address));

        await page.GoBackAsync(before);

        Assert.Equal(("ben", "incidents"), (page.State.Me.Name, page.State.Channel?.Name));
    }

    [Fact]
    public async Task Behind_a_modal_nothing_can_be_reached()
    {
        await using var page = OpenPage.As("ben");
        Assert.False((await page.FindAsync(".app")).HasAttribute("inert"));

        page.Workspace.Views.Open(
            page.State.Me.Id,
            Json.Parse("""{"type": "modal", "title": {"type": "plain_text", "text": "Form"}, "blocks": []}"""));

        Assert.True((await page.FindAsync(".app")).HasAttribute("inert"));
    }
}
