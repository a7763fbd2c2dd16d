using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Tests.Page;

public sealed class FailuresPanelTests
{
    [Theory]
    [InlineData("slack-down")]
    [InlineData("bot-unreachable")]
    [InlineData("triggers-expired")]
    [InlineData("creates-race")]
    [InlineData("calls-usergroups.list")]
    [InlineData("events-doubled")]
    [InlineData("events-overlap")]
    [InlineData("events-dropped")]
    [InlineData("events-late")]
    [InlineData("events-swapped")]
    [InlineData("events-shuffled")]
    [InlineData("token-revoked")]
    [InlineData("app-uninstalled")]
    public async Task Every_switch_begins_and_ends_its_failure(string failure)
    {
        await using var page = await OpenAsync();
        var selector = $"[data-testid='switch-{failure}']";
        Assert.Equal("false", (await page.FindAsync(selector)).GetAttribute("aria-checked"));

        await page.ClickAsync(selector);
        Assert.Contains(page.Workspace.Failures.Active, t => t.Id == failure);
        Assert.Equal("true", (await page.FindAsync(selector)).GetAttribute("aria-checked"));

        await page.ClickAsync(selector);
        Assert.Empty(page.Workspace.Failures.Active);
    }

    [Fact]
    public async Task What_is_wrong_is_counted_listed_and_ended_at_once()
    {
        await using var page = await OpenAsync();
        Assert.Equal("No failures", (await page.FindAsync("[data-testid=failures-count]")).TextContent);

        await page.ClickAsync("[data-testid=slack-down-30]");
        await page.ChooseAsync("[data-testid=scope]", "chat:write");
        await page.ClickAsync("[data-testid=scope-take]");

        Assert.Equal("2 failures on", (await page.FindAsync("[data-testid=failures-count]")).TextContent);
        var wrong = (await page.ReadAsync()).QuerySelectorAll("[data-testid=wrong] span").Select(w => w.TextContent);
        Assert.Equal(["Slack is down", "The scope chat:write is taken away"], wrong);
        await page.ClickAsync("[data-testid='end-scope-chat:write']");
        Assert.Equal("1 failure on", (await page.FindAsync("[data-testid=failures-count]")).TextContent);
        await page.ClickAsync("[data-testid=all-well]");
        Assert.Equal("No failures", (await page.FindAsync("[data-testid=failures-count]")).TextContent);
    }

    [Fact]
    public async Task A_method_is_chosen_to_fail_so_many_times_or_until_it_is_ended()
    {
        await using var page = await OpenAsync();

        await page.ChooseAsync("[data-testid=calls-method]", "conversations.create");
        await page.ChooseAsync("[data-testid=calls-failure]", "name_taken");
        await page.ChooseAsync("[data-testid=calls-times]", "3");
        await page.ClickAsync("[data-testid=calls-go]");
        Assert.Equal(3, page.Workspace.CallFailures.Waiting["conversations.create"]);

        await page.ChooseAsync("[data-testid=calls-times]", "");
        await page.ClickAsync("[data-testid=calls-go]");
        Assert.Equal("name_taken", page.Workspace.CallFailures.Standing["conversations.create"].Code);
    }

    [Fact]
    public async Task A_channel_is_changed_by_the_person_one_is()
    {
        await using var page = await OpenAsync();

        await page.ClickAsync("[data-testid=bot-remove]");
        Assert.DoesNotContain(page.Workspace.Users.Bot.Id, Incidents(page).Members);
        await page.ClickAsync("[data-testid=bot-invite]");
        Assert.Contains(page.Workspace.Users.Bot.Id, Incidents(page).Members);

        await page.TypeAsync("[data-testid=channel-name]", "War room");
        await page.SubmitAsync("form:has([data-testid=channel-name])");
        Assert.Equal("war-room", Incidents(page).Name);
        Assert.Equal("U0BEN00002", page.Workspace.MessagesIn("C0INCIDENT")[^1].User);

        await page.ClickAsync("[data-testid=channel-restrict]");
        Assert.True(Incidents(page).IsReadOnly);
        await page.ClickAsync("[data-testid=channel-archive]");
        Assert.True(Incidents(page).IsArchived);
        await page.ClickAsync("[data-testid=channel-unarchive]");
        Assert.False(Incidents(page).IsArchived);
    }

    [Fact]
    public async Task A_name_is_occupied_and_one_that_is_taken_is_refused_with_a_sentence()
    {
        await using var page = await OpenAsync();

        await page.TypeAsync("[data-testid=occupied-name]", "inc-1");
        await page.SubmitAsync("form:has([data-testid=occupied-name])");
        Assert.True(page.Workspace.Channels.Named("inc-1").IsArchived);

        await page.TypeAsync("[data-testid=occupied-name]", "incidents");
        await page.SubmitAsync("form:has([data-testid=occupied-name])");
        Assert.Equal("There is already a channel called incidents.", page.State.Notice);
    }

    [Fact]
    public async Task A_person_is_chosen_to_leave()
    {
        await using var page = await OpenAsync();

        await page.ChooseAsync("[data-testid=chosen-person]", "U0AIKO0003");
        await page.ClickAsync("[data-testid=person-deactivate]");

        Assert.True(page.Workspace.Users.ById("U0AIKO0003")!.IsDeactivated);
        Assert.Equal("Aiko Tanaka is deactivated", (await page.FindAsync("[data-testid=wrong] span")).TextContent);
    }

    private static Channel Incidents(OpenPage page) => page.Workspace.Channels.Named("C0INCIDENT");

    private static async Task<OpenPage> OpenAsync()
    {
        var page = OpenPage.As("ben");
        page.State.Open("C0INCIDENT");
        await page.ClickAsync("[data-testid=failures-count]");
        return page;
    }
}
