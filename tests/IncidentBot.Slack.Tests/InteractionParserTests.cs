using System.Text.Json;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests;

public sealed class InteractionParserTests
{
    [Fact]
    public void A_button_in_a_message()
    {
        var request = Read<BlockActionRequest>("06_block_actions_message_button");

        var action = Assert.Single(request.Actions);
        Assert.Equal(("inc.update", "42", "button"), (action.ActionId, action.Data, action.Type));
        Assert.Equal(("U0PMANNA01", "C0PMINCALL", "T0PMDEMO01"), (request.User.Id, request.Channel?.Id, request.Team?.Id));
        Assert.Equal(("1769428805.120119", true), (request.Message?.Ts, request.Message?.IsFromBot));
        Assert.Null(request.View);
        Assert.StartsWith("https://hooks.slack.com/actions/", request.ResponseUrl, StringComparison.Ordinal);
        Assert.Equal(4, request.Raw.GetProperty("message").GetProperty("blocks").GetArrayLength());
    }

    [Fact]
    public void A_button_in_an_ephemeral_message_has_no_message()
    {
        var request = Read<BlockActionRequest>("07_block_actions_ephemeral_in_thread");

        Assert.Null(request.Message);
        Assert.True(request.Container.IsEphemeral);
        Assert.Equal("1769428805.120119", request.Container.ThreadTs);
    }

    [Fact]
    public void A_button_in_the_home_tab_has_no_channel()
    {
        var request = Read<BlockActionRequest>("08_block_actions_home_button");

        Assert.Equal("home", request.View?.Type);
        Assert.Null(request.Channel);
        Assert.Empty(request.ResponseUrl);
    }

    [Fact]
    public void A_menu_in_a_modal_brings_the_other_inputs()
    {
        var request = Read<BlockActionRequest>("09_block_actions_modal_select");

        Assert.Equal("modal", request.View?.Type);
        Assert.NotEqual(JsonValueKind.Undefined, request.View?.State.Values.ValueKind);
    }

    [Fact]
    public void Every_element_brings_its_data()
    {
        var actions = Payload.File("10_block_actions_action_variants").Deserialize<List<BlockAction>>(SlackJson.Options) ?? [];

        Assert.Equal(22, actions.Count);
        Assert.Equal(
            [
                "v", "sev2", "svc_17", "U0PMBEN002", "C0PMINC042", "C0PMINC042", "", "", "", "", "", "delete:981",
                "2026-02-03", "", "14:30", "", "deploy", "", "typed text", "", "positive", "delete:981",
            ],
            actions.Select(action => action.Data));
        Assert.Equal(["sev1", "sev2"], actions[6].SelectedOptions.Select(option => option.Value));
        Assert.Equal(["U0PMANNA01", "U0PMBEN002"], actions[8].SelectedUsers);
        Assert.Equal(1770125400, actions[15].SelectedDateTime);
        Assert.NotNull(actions[19].RichTextValue);
    }

    [Fact]
    public void A_submission_brings_every_value()
    {
        var state = Read<ViewSubmission>("11_view_submission_all_elements").View.State;

        Assert.Equal("Checkout returns 500", state.Text("title_b"));
        Assert.Equal("line one\nline two & <b>", state.Text("detail_b", "detail"));
        Assert.Equal("", state.Text("empty_b"));
        Assert.Equal(1200m, state.Number("num_b"));
        Assert.Equal("https://example.test/dash", state.Text("url_b"));
        Assert.Equal(new DateOnly(2026, 1, 26), state.Date("date_b"));
        Assert.Equal(new TimeOnly(13, 5), state.Time("time_b"));
        Assert.Equal(new DateTimeOffset(2026, 1, 26, 12, 0, 0, TimeSpan.Zero), state.DateTime("dt_b"));
        Assert.Equal("sev1", state.SelectedOption("sev_b"));
        Assert.Null(state.SelectedOption("sev2_b"));
        Assert.Equal("deploy", state.SelectedOption("radio_b"));
        Assert.True(state.Checked("chk_b", "reached"));
        Assert.False(state.Checked("chk_b", "near"));
        Assert.Empty(state.SelectedOptions("chk0_b"));
        Assert.Equal("svc_17", state.SelectedOption("ext_b"));
        Assert.Equal(["sev1", "sev2"], state.SelectedOptions("ms_b"));
        Assert.Equal("U0PMBEN002", state.SelectedUser("us_b"));
        Assert.Equal(["U0PMANNA01", "U0PMBEN002"], state.SelectedUsers("mu_b"));
        Assert.Equal("C0PMINCALL", state.SelectedConversation("cv_b"));
        Assert.Equal("C0PMINC042", state.SelectedConversation("ch_b"));
        Assert.Equal(["C0PMINC042", "C0PMINCALL"], state.SelectedConversations("mch_b"));
        Assert.Equal(("F0PMFILE01", 20481), Assert.Single(state.Files("file_b").Select(file => (file.Id, file.Size))));
    }

    [Fact]
    public void A_value_that_is_missing_is_empty()
    {
        var state = ViewState.Empty;

        Assert.Equal("", state.Text("b"));
        Assert.Null(state.Number("b"));
        Assert.Null(state.SelectedOption("b"));
        Assert.Null(state.SelectedUser("b"));
        Assert.Null(state.Date("b"));
        Assert.Null(state.Time("b"));
        Assert.Null(state.DateTime("b"));
        Assert.Empty(state.SelectedUsers("b"));
        Assert.Empty(state.SelectedConversations("b"));
        Assert.Empty(state.Files("b"));
        Assert.False(state.Checked("b", "v"));
    }

    [Fact]
    public void A_submission_knows_its_fields_and_its_response_urls()
    {
        var submission = Read<ViewSubmission>("11_view_submission_all_elements");

        Assert.Equal(
            ("incident.declare", "declare-7f3a", "V0PMVIEW01"),
            (submission.View.CallbackId, submission.View.ExternalId, submission.View.RootViewId));
        Assert.Equal(25, submission.View.InputBlockIds.Count);
        Assert.Equal("C0PMINCALL", Assert.Single(submission.ResponseUrls).ChannelId);
    }

    [Fact]
    public void A_closed_modal() => Assert.Equal("incident.declare", Read<ViewClosed>("12_view_closed").View.CallbackId);

    [Fact]
    public void A_global_shortcut() => Assert.Equal("incident_declare", Read<GlobalShortcut>("13_shortcut_global").CallbackId);

    [Fact]
    public void A_shortcut_of_a_message()
    {
        var shortcut = Read<MessageShortcut>("14_message_action");

        Assert.Equal(
            ("timeline_add", "C0PMINC042", "1769429010.000500", true),
            (shortcut.CallbackId, shortcut.Channel.Id, shortcut.Message.Ts, shortcut.Message.IsReply));
    }

    [Fact]
    public void A_suggestion()
    {
        var suggestion = Read<BlockSuggestion>("15_block_suggestion");

        Assert.Equal(("service", "pay", "V0PMVIEW01"), (suggestion.ActionId, suggestion.Value, suggestion.View?.Id));
    }

    [Fact]
    public void An_organisation_wide_installation_has_no_team_but_the_persons()
    {
        var request = Assert.IsType<GlobalShortcut>(
            Parse("""{"type":"shortcut","team":null,"user":{"id":"U1","team_id":"T1"},"callback_id":"c"}"""));

        Assert.Equal((null, "T1"), (request.Team?.Id, request.User.TeamId));
    }

    [Fact]
    public void A_null_list_is_an_empty_list()
    {
        var request = Assert.IsType<BlockActionRequest>(
            Parse("""{"type":"block_actions","user":{"id":"U1"},"actions":null,"state":null,"container":null}"""));

        Assert.Empty(request.Actions);
        Assert.Equal("", request.State.Text("b"));
        Assert.False(request.Container.IsEphemeral);
    }

    [Fact]
    public void An_unknown_type_is_none_of_ours() => Assert.Null(Parse("""{"type":"interactive_message","callback_id":"c"}"""));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"view_submission","user":{"id":"U1"}}""")]
    [InlineData("""{"type":"view_submission","user":null,"view":{"id":"V1"}}""")]
    [InlineData("""{"type":"shortcut","user":{"id":"U1"},"callback_id":null}""")]
    public void What_slack_never_sends_is_refused_at_the_door(string payload) => Assert.ThrowsAny<JsonException>(() => Parse(payload));

    private static T Read<T>(string file)
        where T : InteractionRequest => Assert.IsType<T>(InteractionParser.Parse(Payload.File(file)));

    private static InteractionRequest? Parse(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return InteractionParser.Parse(document.RootElement.Clone());
    }
}
