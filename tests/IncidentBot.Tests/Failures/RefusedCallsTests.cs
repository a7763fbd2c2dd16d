using IncidentBot.Sandbox.Failures;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Failures;

/// <summary>Slack refuses calls: the right people are told, and nothing is lost once the cause is fixed.</summary>
public sealed class RefusedCallsTests
{
    [Fact]
    public async Task With_a_dead_token_everything_waits_and_the_operator_and_whoever_types_are_told()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");

        app.Slack.Failures.RevokeToken();
        await maya.TypeAsync(incident.Channel, "/incident update We are rolling back");
        await app.SettleAsync();
        await maya.TypeAsync(incident.Channel, "/incident resolve");
        Assert.Contains("no longer accepts IncidentBot's token", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        Assert.Contains("Slack does not accept the bot token (token_revoked)", await CheckAsync(app), StringComparison.Ordinal);
        Assert.Contains("token_revoked", app.Services.GetRequiredService<Readiness>().Problems["slack"], StringComparison.Ordinal);
        Assert.DoesNotContain(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("We are rolling back", StringComparison.Ordinal));
        app.Slack.Failures.RestoreToken();
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Single(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("Status update by", StringComparison.Ordinal));
        Assert.Null(await CheckAsync(app));
    }

    [Fact]
    public async Task Without_a_scope_the_rest_goes_on_and_what_needs_it_follows_when_it_is_given_back()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.Failures.TakeScope("pins:write");

        var incident = await Scenarios.DeclaredSev1(app);
        Assert.DoesNotContain(app.Slack.MessagesIn(incident.Channel), message => message.Pin is not null);
        Assert.Single(app.Slack.Bookmarks.In(app.Slack.Channels.Named(incident.Channel).Id));
        await CheckAsync(app);
        Assert.Contains(
            "lacks the scopes pins:write", app.Services.GetRequiredService<Readiness>().Problems["scopes"], StringComparison.Ordinal);
        app.Slack.Failures.GiveScope("pins:write");
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Single(app.Slack.MessagesIn(incident.Channel), message => message.Pin is not null);
    }

    [Fact]
    public async Task Nothing_said_is_lost_while_the_bot_may_not_write()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Failures.TakeScope("chat:write");

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident update First");
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(3));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident update Second");
        await app.SettleAsync();
        app.Slack.Failures.GiveScope("chat:write");
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        var updates = ShownMessages.TextsIn(app, incident.Channel).Where(
            text => text.Contains("First", StringComparison.Ordinal) || text.Contains("Second", StringComparison.Ordinal));
        Assert.Equal(
            ["First", "Second"],
            updates
                .Where(text => !text.StartsWith("Incident 1:", StringComparison.Ordinal))
                .Select(text => text.Contains("First", StringComparison.Ordinal) ? "First" : "Second"));
    }

    [Fact]
    public async Task A_read_only_announcement_channel_holds_the_headline_and_not_the_incident()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.Failures.RestrictPosting("incidents");

        var incident = await Scenarios.DeclaredSev1(app);
        Assert.NotNull(ShownMessages.IncidentCard(app, incident.Channel));
        Assert.Empty(ShownMessages.TextsIn(app, "incidents"));
        app.Slack.Failures.AllowPosting("incidents");
        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.Single(ShownMessages.TextsIn(app, "incidents"), text => text.Contains("Checkout is down", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_limit_on_one_method_is_kept_by_every_incident()
    {
        await using var app = await BotApp.StartAsync();
        var first = await Scenarios.DeclaredSev1(app);
        var second = await Scenarios.DeclaredSev2(app);
        app.Slack.CallFailures.Next("chat.update", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 30 });
        var before = app.Slack.Calls.Api.Count(call => call.Method == "chat.update");
        var start = app.Now;

        await app.Slack.As("maya").TypeAsync(first.Channel, "/incident sev 3");
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident sev 3");
        await app.SettleAsync();

        var calls = app.Slack.Calls.Api.Where(call => call.Method == "chat.update").Skip(before).ToList();
        Assert.Single(calls, call => call.At < start.AddSeconds(30));
        Assert.Contains("SEV3", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, first.Channel)), StringComparison.Ordinal);
        Assert.Contains("SEV3", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, second.Channel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_on_posting_in_a_channel_is_kept_by_every_incident()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");

        // Without channels of their own, both are posted in #incidents.
        var before = RefuseNextPost(app);
        foreach (var title in new[] { "Checkout was down", "Search was slow" })
        {
            await maya.TypeAsync("general", $"/incident report {title}");
            await maya.SubmitAsync(await maya.FillAsync(
                app.Slack.OpenView("maya")!,
                ("severity", "SEV3"),
                ("started_at", $"{app.Now.AddHours(-3).ToUnixTimeSeconds()}"),
                ("ended_at", $"{app.Now.AddHours(-2).ToUnixTimeSeconds()}")));
        }

        await AssertHeldForHalfAMinuteAsync(app, before, ["Checkout was down", "Search was slow"]);
        before = RefuseNextPost(app);
        await maya.TypeAsync("general", "/incident note #1 rolled back");
        await maya.TypeAsync("general", "/incident note #2 restarted");
        await AssertHeldForHalfAMinuteAsync(app, before, ["rolled back", "restarted"]);
    }

    /// <summary>Returns how many calls there were before.</summary>
    private static int RefuseNextPost(BotApp app)
    {
        app.Slack.CallFailures.Next("chat.postMessage", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 30 });
        return app.Slack.Calls.Api.Count;
    }

    /// <summary>Of what waits to be posted in #incidents, the first is refused and the others wait with it.</summary>
    private static async Task AssertHeldForHalfAMinuteAsync(BotApp app, int before, string[] texts)
    {
        var start = app.Now;
        await app.SettleAsync();

        var posts = app.Slack.Calls.Api.Skip(before).Where(call => call.Method == "chat.postMessage"
            && call.Arguments.Contains(app.Slack.Channels.Named("incidents").Id, StringComparison.Ordinal)).ToList();
        Assert.Single(posts, call => call.At < start.AddSeconds(30));
        Assert.All(
            texts,
            text => Assert.Contains(
                posts, call => call.Arguments.Contains(text, StringComparison.Ordinal) && call.At >= start.AddSeconds(30)));
    }

    [Fact]
    public async Task Whoever_pressed_too_late_hears_it_where_they_pressed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        app.Slack.Failures.ExpiredTriggers.Always();

        await maya.TypeAsync("general", "/incident Search is down");
        var typed = ShownMessages.LatestEphemeral(app, "maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), IncidentBot.Cards.CardActions.AddEntry);
        var pressed = ShownMessages.LatestEphemeral(app, "maya");
        await maya.ShortcutAsync("incident_declare");

        Assert.Contains(ModalOpener.TooLate, typed, StringComparison.Ordinal);
        Assert.Contains(ModalOpener.TooLate, pressed, StringComparison.Ordinal);
        Assert.Contains(
            ModalOpener.TooLate, ShownMessages.TextOf(app, app.Slack.DmWith("maya")[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Slack_has_failure_with_forms_whoever_asked_for_one_is_told()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.CallFailures.Next("views.open", CallFailureKind.HtmlUnavailable);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident resolve");

        Assert.Contains("Slack is having trouble", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_a_second_keeps_no_one_from_their_form()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.CallFailures.Next("views.open", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 1 });

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident resolve");

        Assert.NotNull(app.Slack.OpenView("maya"));
        Assert.Equal([429, 200], app.Slack.Calls.Of("views.open").Select(call => call.Status).TakeLast(2));
    }

    [Fact]
    public async Task Who_would_have_to_wait_longer_for_their_form_is_told()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.CallFailures.Next("views.open", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 2 });

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident resolve");

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Contains("Slack is having trouble", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
    }

    private static Task<string?> CheckAsync(BotApp app) =>
        app.Services.GetRequiredService<WorkspaceCheck>().CheckAsync(TestContext.Current.CancellationToken);
}
