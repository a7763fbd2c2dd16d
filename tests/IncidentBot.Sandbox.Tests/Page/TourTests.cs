using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.Tests.Page;

/// <summary>The panel that leads newcomers through the workspace.</summary>
public sealed class TourTests
{
    private const string Current = "[aria-current=step]";

    private static readonly string[] Steps =
    [
        "## Tour",
        "1. As **Maya**, open **#general** and type `/incident Checkout is down`.",
        "",
        "   The form asks how bad it is.",
        "",
        "2. Write \"rolled back\". React with :pushpin: to \"rolled back\". Type `/incident note all is well`.",
        "3. Open **#inc-1-…** and move the clock by **1 h**.",
        "4. Press **Resolve**.",
    ];

    [Fact]
    public async Task A_newcomer_begins_where_the_tour_begins_and_sees_the_first_step()
    {
        await using var page = Open();

        Assert.Equal("maya", page.State.Me.Name);
        Assert.Equal("general", page.State.Channel?.Name);
        Assert.Contains("Tour: step 1 of 4", await TextAsync(page, "h2"), StringComparison.Ordinal);
        var step = await TextAsync(page, Current);
        Assert.Contains("open #general and type /incident Checkout is down", step, StringComparison.Ordinal);
        Assert.Contains("asks how bad it is", step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_step_ticks_itself_when_everything_in_it_is_done_in_any_order_and_wording()
    {
        await using var page = Open();
        var maya = page.Workspace.As("maya");

        await maya.TypeAsync("general", "/incident Search is slow");
        Assert.Equal(1, page.Workspace.Tour!.Done);
        await maya.TypeAsync("general", "/incident note routed around the link");
        var message = (await maya.TypeAsync("general", "the link drops packets")).Message!;
        Assert.Equal(1, page.Workspace.Tour.Done);
        await maya.ReactAsync(message, "pushpin");
        Assert.Equal(2, page.Workspace.Tour.Done);
        ((SandboxClock)page.Workspace.Clock).Move(TimeSpan.FromMinutes(10));
        page.State.Open((await maya.CreateChannelAsync("inc-1-20260303-search-is-slow")).Id);

        Assert.Contains("Tour: step 4 of 4", await TextAsync(page, "h2"), StringComparison.Ordinal);
        await page.FindAsync("[data-testid=step-3].done");
    }

    [Fact]
    public async Task A_step_that_was_done_another_way_is_ticked_by_hand()
    {
        await using var page = Open();

        for (var step = 0; step < 4; step++)
        {
            await page.ClickAsync("[data-testid=tour-skip]");
        }

        Assert.Contains("Tour: done", await TextAsync(page, "h2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tour_can_be_hidden_and_shown_and_gives_way_to_other_panels()
    {
        await using var page = Open();

        await page.ClickAsync("[aria-label='Hide the tour']");
        Assert.Null((await page.ReadAsync()).QuerySelector("[data-testid=tour-panel]"));
        await page.ClickAsync("[data-testid=tour]");
        await page.FindAsync("[data-testid=tour-panel]");
        await page.ClickAsync("[data-testid=clock]");
        Assert.Null((await page.ReadAsync()).QuerySelector("[data-testid=tour-panel]"));
        await page.ClickAsync("[data-testid=clock]");
        await page.FindAsync("[data-testid=tour-panel]");
    }

    [Fact]
    public async Task A_workspace_without_a_tour_opens_in_incidents()
    {
        await using var page = OpenPage.With(new SandboxOptions());

        Assert.Equal("incidents", page.State.Channel?.Name);
        Assert.Null((await page.ReadAsync()).QuerySelector("[data-testid=tour-panel]"));
    }

    private static OpenPage Open() =>
        OpenPage.With(new SandboxOptions { Tour = Story.Read(Steps, "Tour"), Clock = new SandboxClock() });

    private static async Task<string> TextAsync(OpenPage page, string selector) =>
        (await page.FindAsync($"[data-testid=tour-panel] {selector}")).TextContent;
}
