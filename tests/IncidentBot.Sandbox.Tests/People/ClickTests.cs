using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.People;

public sealed class ClickTests
{
    [Fact]
    public async Task A_button_in_a_message_sends_the_message_and_a_response_url()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "INC-1", ("blocks", Modals.Blocks));

        await lab.Workspace.As("ben").ClickAsync(card, "inc.update");

        Assert.Equal("/slack/interactivity", lab.Bot.LastAsked.Path);
        Sample.AssertShape(Sample.Load("06_block_actions_message_button"), lab.Bot.LastAsked.Payload, "blocks");
        Assert.Equal("1", lab.Bot.LastAsked.Payload.GetProperty("actions")[0].Text("value"));
    }

    [Fact]
    public async Task A_button_that_was_redrawn_a_moment_ago_is_still_pressed()
    {
        const string Blocks = """
            [{"type":"actions","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
            """;
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "INC-1", ("blocks", Blocks));
        var seen = BlockTree.Elements(card.Blocks).Single();
        await lab.CallAsync("chat.update", ("channel", "C0INCIDENT"), ("ts", card.Ts), ("text", "INC-1"), ("blocks", Blocks));

        await lab.Workspace.As("ben").PressAsync(card, seen);

        Assert.Equal("go", lab.Bot.LastAsked.Payload.GetProperty("actions")[0].Text("action_id"));
    }

    [Fact]
    public async Task A_button_in_an_ephemeral_reply_sends_no_message()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "INC-1");
        await lab.CallAsync("chat.postEphemeral", ("channel", "C0INCIDENT"), ("user", "U0BEN00002"), ("text", "Undo?"),
            ("blocks", Modals.Blocks), ("thread_ts", card.Ts));

        await lab.Workspace.As("ben").ClickAsync(lab.Workspace.EphemeralsFor("ben").Single(), "inc.update");

        Sample.AssertShape(Sample.Load("07_block_actions_ephemeral_in_thread"), lab.Bot.LastAsked.Payload);
    }

    [Fact]
    public async Task A_button_in_the_home_tab_sends_the_view()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.CallAsync("views.publish", ("user_id", "U0MAYA0001"), ("view", Modals.Home));

        await lab.Workspace.As("maya").ClickAsync(lab.Workspace.HomeOf("maya")!, "home.declare");

        Sample.AssertShape(Sample.Load("08_block_actions_home_button"), lab.Bot.LastAsked.Payload);
    }

    [Fact]
    public async Task A_select_that_dispatches_sends_all_that_was_typed()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var view = await maya.FillAsync(await lab.OpenAsync(Modals.Declare), ("title", "Checkout"));

        await maya.SelectAsync(view, "severity", "SEV1");

        var payload = lab.Bot.LastAsked.Payload;
        Sample.AssertShape(Sample.Load("09_block_actions_modal_select"), payload, "blocks", "values", "placeholder", "initial_option");
        Assert.Equal("sev1", payload.GetProperty("actions")[0].GetProperty("selected_option").Text("value"));
        var values = payload.GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("Checkout", values.GetProperty("title_b").GetProperty("title").Text("value"));
    }

    [Fact]
    public async Task An_external_select_asks_the_bot_for_options()
    {
        await using var lab = await SlackLab.StartAsync();
        var view = await lab.OpenAsync(Modals.Declare);
        lab.Bot.Answer = _ => Microsoft.AspNetCore.Http.Results.Text(
            """{"options":[{"text":{"type":"plain_text","text":"payments-api"},"value":"svc_17"}]}""", "application/json");

        var options = await lab.Workspace.As("maya").SuggestAsync(view, "service", "pay");
        var request = lab.Bot.LastAsked;
        view = await lab.Workspace.As("maya").FillAsync(view, ("service", "payments-api"));

        Assert.Equal("/slack/options", request.Path);
        Sample.AssertShape(Sample.Load("15_block_suggestion"), request.Payload, "blocks", "values");
        Assert.Equal("svc_17", Assert.Single(options).Text("value"));
        Assert.Equal("svc_17", view.Values[new("svc_b", "service")].GetProperty("selected_option").Text("value"));
    }
}
