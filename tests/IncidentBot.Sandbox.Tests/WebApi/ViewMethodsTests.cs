using System.Text.Json;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ViewMethodsTests
{
    [Fact]
    public async Task A_modal_opens_with_its_initial_values()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("views.open", ("trigger_id", await lab.TriggerAsync()), ("view", Modals.Declare));

        Sample.AssertShape(Sample.Success("views.open"), answer, "blocks", "values");
        var severity = answer.GetProperty("view").GetProperty("state").GetProperty("values").GetProperty("sev_b").GetProperty("severity");
        Assert.Equal("sev2", severity.GetProperty("selected_option").Text("value"));
    }

    [Fact]
    public async Task A_trigger_id_lives_three_seconds_and_opens_once()
    {
        await using var lab = await SlackLab.StartAsync();
        var late = await lab.TriggerAsync();
        lab.Clock.Advance(TimeSpan.FromSeconds(3) + TimeSpan.FromMilliseconds(1));
        var once = await lab.TriggerAsync();
        lab.Clock.Advance(TimeSpan.FromSeconds(3));

        var expired = await lab.CallAsync("views.open", ("trigger_id", late), ("view", Modals.Declare));
        var opened = await lab.CallAsync("views.open", ("trigger_id", once), ("view", Modals.Declare));
        var exchanged = await lab.CallAsync("views.open", ("trigger_id", once), ("view", Modals.Declare));
        var invalid = await lab.CallAsync("views.open", ("trigger_id", "1.2.3"), ("view", Modals.Declare));

        Assert.Equal("expired_trigger_id", expired.Text("error"));
        Assert.True(opened.Flag("ok"));
        Assert.Equal("exchanged_trigger_id", exchanged.Text("error"));
        Assert.Equal("invalid_trigger_id", invalid.Text("error"));
    }

    [Fact]
    public async Task A_view_without_a_title_is_refused_with_the_place()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync(
            "views.open", ("trigger_id", await lab.TriggerAsync()), ("view", """{"type":"modal","blocks":[]}"""));

        Assert.Equal(
            JsonSerializer.Serialize(Sample.Load("34_api_errors").GetProperty("views_open_bad_view"), Json.Wire),
            JsonSerializer.Serialize(answer, Json.Wire));
    }

    [Fact]
    public async Task Three_modals_stack_and_no_fourth()
    {
        await using var lab = await SlackLab.StartAsync();
        var root = await lab.OpenAsync(Modals.Declare);
        var trigger = "";
        for (var i = 0; i < 2; i++)
        {
            trigger = await InModalTriggerAsync(lab);
            Assert.True((await lab.CallAsync("views.push", ("trigger_id", trigger), ("view", Modals.Declare))).Flag("ok"));
        }

        var fourth = await lab.CallAsync("views.push", ("trigger_id", await InModalTriggerAsync(lab)), ("view", Modals.Declare));
        var top = lab.Workspace.OpenView("maya")!;

        Assert.Equal("push_limit_reached", fourth.Text("error"));
        Assert.Equal(root.Id, top.RootId);
        Assert.Equal(lab.Workspace.Views.Stack(top.User)[1].Id, top.PreviousId);
    }

    [Fact]
    public async Task An_update_needs_the_newest_hash_and_keeps_what_was_typed()
    {
        await using var lab = await SlackLab.StartAsync();
        var opened = await lab.OpenAsync(Modals.Declare);
        await lab.Workspace.As("maya").FillAsync(opened, ("title", "Checkout"));

        var answer = await lab.CallAsync("views.update", ("view_id", opened.Id), ("hash", opened.Hash), ("view", Modals.Declare));
        var stale = await lab.CallAsync("views.update", ("view_id", opened.Id), ("hash", opened.Hash), ("view", Modals.Declare));
        var closed = await lab.CallAsync("views.update", ("view_id", "V0NOWHERE"), ("view", Modals.Declare));

        var values = answer.GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("Checkout", values.GetProperty("title_b").GetProperty("title").Text("value"));
        Assert.Equal("hash_conflict", stale.Text("error"));
        Assert.Equal("not_found", closed.Text("error"));
    }

    [Fact]
    public async Task An_external_id_finds_its_view_and_is_unique()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.OpenAsync(Modals.Plain(externalId: "why-1"));

        var updated = await lab.CallAsync("views.update", ("external_id", "why-1"), ("view", Modals.Plain("Next", "why-1")));
        var twice = await lab.CallAsync(
            "views.open", ("trigger_id", await lab.TriggerAsync("ben")), ("view", Modals.Plain(externalId: "why-1")));

        Assert.True(updated.Flag("ok"));
        Assert.Equal("Next", lab.Workspace.OpenView("maya")!.Title);
        Assert.Equal("duplicate_external_id", twice.Text("error"));
    }

    [Fact]
    public async Task The_home_tab_is_published_at_any_time()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("views.publish", ("user_id", "U0MAYA0001"), ("view", Modals.Home));

        Sample.AssertShape(Sample.Success("views.publish"), answer);
        Assert.Equal("*Your open actions*\n[Declare incident]", lab.Workspace.PlainText(lab.Workspace.HomeOf("maya")!));
    }

    [Fact]
    public async Task A_view_has_250_kilobytes_at_most()
    {
        await using var lab = await SlackLab.StartAsync();
        var filler = string.Join(
            ',', Enumerable.Repeat($$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', 2900)}}}"}}""", 90));

        var answer = await lab.CallAsync("views.open", ("trigger_id", await lab.TriggerAsync()),
            ("view", $$$"""{"type":"modal","title":{"type":"plain_text","text":"Big"},"blocks":[{{{filler}}}]}"""));

        Assert.Equal("view_too_large", answer.Text("error"));
    }

    private static async Task<string> InModalTriggerAsync(SlackLab lab)
    {
        await lab.Workspace.As("maya").SelectAsync(lab.Workspace.OpenView("maya")!, "severity", "sev1");
        return lab.Bot.LastAsked.Payload.Text("trigger_id")!;
    }
}
