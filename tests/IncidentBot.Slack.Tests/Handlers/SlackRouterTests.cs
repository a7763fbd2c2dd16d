using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Tests.Handlers;

public sealed class SlackRouterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_application_runs_again_is_decided_again_in_a_fresh_scope()
    {
        await using var app = await SlackApp.StartAsync(options => options.Run = TwiceAgainAsync);
        Fail(app, 2, new TimeoutException());
        app.Script.Command = SlashCommandResponse.Ephemeral(Mrkdwn.Escape("done"));

        var response = await app.Router.DispatchCommandAsync(Command(), Token);

        Assert.Equal("done", response.Text?.Content);
        Assert.Equal(3, app.Script.Instances.Distinct().Count());
        Assert.Empty(app.Log.Lines);
    }

    [Fact]
    public async Task What_the_application_gives_up_is_a_failure()
    {
        await using var app = await SlackApp.StartAsync(options => options.Run = TwiceAgainAsync);
        Fail(app, 3, new TimeoutException());

        var response = await app.Router.DispatchCommandAsync(Command(), Token);

        Assert.Equal(new SlackRouterOptions().FailureSentence, response.Text?.Content);
        Assert.Equal(3, app.Script.Handled.Count);
        Assert.Equal(LogLevel.Error, Assert.Single(app.Log.Lines).Level);
    }

    [Fact]
    public async Task A_bug_is_logged_once_and_the_person_reads_a_sentence()
    {
        await using var app = await SlackApp.StartAsync();
        Fail(app, 1, new InvalidOperationException("boom"));

        var response = await app.Router.DispatchCommandAsync(Command(), Token);

        Assert.Equal(IncidentBot.Slack.WebApi.ResponseType.Ephemeral, response.ResponseType);
        Assert.Equal((LogLevel.Error, "The handler of Command /incident failed"), Assert.Single(app.Log.Lines));
    }

    [Fact]
    public async Task An_answer_that_slack_would_refuse_is_a_bug()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Command = SlashCommandResponse.Ephemeral(Mrkdwn.Escape("x"), new HeaderBlock(""));

        var response = await app.Router.DispatchCommandAsync(Command(), Token);

        Assert.Null(response.Blocks);
        Assert.Single(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task Options_that_slack_would_refuse_are_a_bug_and_no_results()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Options = BlockOptions.Of([new Option("x", new string('v', Option.MaxValueLength + 1))]);

        var suggestion = Assert.IsType<BlockSuggestion>(InteractionParser.Parse(Payload.File("15_block_suggestion")));

        Assert.Equal(BlockOptions.None, await app.Router.DispatchOptionsAsync(suggestion, Token));
        Assert.Single(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task A_command_that_no_one_handles_is_named()
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.Router.DispatchCommandAsync(Command() with { Command = "/other" }, Token);

        Assert.Equal("This app does not know that command.", response.Text?.Content);
    }

    [Fact]
    public async Task A_failed_submission_keeps_the_modal_and_what_was_typed()
    {
        await using var app = await SlackApp.StartAsync();
        Fail(app, 1, new InvalidOperationException("boom"));

        var response = await app.Router.DispatchSubmissionAsync(Submission(), Token);

        Assert.Equal("errors", response.ResponseAction);
        Assert.Equal("title_b", Assert.Single(response.FieldErrors!).Key);
    }

    [Fact]
    public async Task A_failed_submission_without_fields_becomes_the_sentence()
    {
        await using var app = await SlackApp.StartAsync();
        Fail(app, 1, new InvalidOperationException("boom"));
        var submission = Submission();

        var response = await app.Router.DispatchSubmissionAsync(submission with { View = submission.View with { Blocks = null } }, Token);

        Assert.Equal(("update", "Sorry"), (response.ResponseAction, response.View?.Title.Content));
        Assert.Empty(BlockValidator.View(response.View!));
    }

    [Fact]
    public async Task A_sentence_for_no_field_goes_to_the_first_one()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Submission = ViewSubmissionResponse.Errors(
            new Dictionary<string, string> { ["title_b"] = "Too short.", ["gone"] = "Try again.", ["date_b"] = "In the future." });

        var response = await app.Router.DispatchSubmissionAsync(Submission(), Token);

        Assert.Equal(
            new Dictionary<string, string> { ["title_b"] = "Too short. Try again.", ["date_b"] = "In the future." }, response.FieldErrors!);
    }

    [Theory]
    [InlineData("06_block_actions_message_button", "https://hooks.slack.com/actions/")]
    [InlineData("14_message_action", "https://hooks.slack.com/app/")]
    [InlineData("09_block_actions_modal_select", "https://slack.com/api/views.push")]
    [InlineData("08_block_actions_home_button", "https://slack.com/api/views.open")]
    [InlineData("13_shortcut_global", "https://slack.com/api/views.open")]
    public async Task A_failed_action_tells_the_person_where_slack_allows_it(string file, string address)
    {
        await using var app = await SlackApp.StartAsync();
        Fail(app, 1, new InvalidOperationException("boom"));

        await app.InteractAsync(Payload.File(file).GetRawText());

        Assert.StartsWith(address, Assert.Single(app.Slack.Addresses).AbsoluteUri, StringComparison.Ordinal);
        Assert.Single(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task Each_action_of_a_payload_is_handled_by_itself()
    {
        await using var app = await SlackApp.StartAsync();
        var request = new BlockActionRequest
        {
            User = new() { Id = "U1" },
            Actions =
            [
                new() { ActionId = "inc.update", Value = "1" },
                new() { ActionId = "a link button" },
                new() { ActionId = "inc.update", Value = "2" },
            ],
        };

        await app.Router.DispatchInteractionAsync(request, Token);

        Assert.Equal(["1", "2"], app.Script.Handled.Cast<BlockActionRequest>().Select(handled => handled.Action.Data));
    }

    [Fact]
    public async Task An_event_reaches_all_who_listen_to_it_or_its_base()
    {
        await using var app = await SlackApp.StartAsync();

        await app.Router.DispatchEventAsync(Payload.File("17_event_message_channel").GetRawText(), Token);
        await app.Router.DispatchEventAsync(Payload.File("19_event_message_changed").GetRawText(), Token);
        await app.Router.DispatchEventAsync(Payload.File("31_event_user_change").GetRawText(), Token);

        Assert.Equal(
            [typeof(MessagePosted), typeof(MessagePosted), typeof(MessageChanged)],
            app.Script.Handled.Select(handled => handled.GetType()));
    }

    [Fact]
    public async Task A_failed_event_is_the_inboxes()
    {
        await using var app = await SlackApp.StartAsync();
        Fail(app, 1, new InvalidOperationException("boom"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.Router.DispatchEventAsync(Payload.File("17_event_message_channel").GetRawText(), Token));

        Assert.Empty(app.Log.Lines);
    }

    private static async Task TwiceAgainAsync(Func<Task> handle)
    {
        for (var again = 2; ; again--)
        {
            try
            {
                await handle();
                return;
            }
            catch (TimeoutException) when (again > 0)
            {
                // Once more.
            }
        }
    }

    private static void Fail(SlackApp app, int times, Exception failure)
    {
        for (var i = 0; i < times; i++)
        {
            app.Script.Failures.Enqueue(failure);
        }
    }

    private static SlashCommand Command() => new() { Command = "/incident", UserId = "U1", ChannelId = "C1", TeamId = "T1" };

    private static ViewSubmission Submission() =>
        Assert.IsType<ViewSubmission>(InteractionParser.Parse(Payload.File("11_view_submission_all_elements")));
}
