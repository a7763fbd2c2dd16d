using System.Text.Json;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

public sealed class DeclareIncidentTests
{
    [Fact]
    public async Task Declaring_makes_a_channel_with_a_pinned_card_a_topic_and_a_headline()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");

        await maya.TypeAsync("general", "/incident Checkout is down");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("what_users_see", "<!channel> cannot pay"));
        await maya.SubmitAsync(modal);
        await app.SettleAsync();

        var channel = app.Slack.Channels.Named("inc-1-20260303-checkout-is-down");
        Assert.Contains(maya.User.Id, channel.Members);
        Assert.Equal("SEV1 · lead maya", channel.Topic.Value);
        var card = Assert.Single(app.Slack.MessagesIn(channel.Id), message => message.Pin is not null);
        Assert.StartsWith("Incident 1: Checkout is down", app.Slack.PlainText(card), StringComparison.Ordinal);
        var headline = Assert.Single(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
        Assert.Contains("Incident 1: Checkout is down", app.Slack.PlainText(headline), StringComparison.Ordinal);
        Assert.Contains("<!channel> cannot pay", app.Slack.PlainText(headline), StringComparison.Ordinal);
        Assert.Contains("inc-1-20260303-checkout-is-down", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaring_without_a_title_keeps_the_modal_open()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");

        await maya.TypeAsync("general", "/incident");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("title", "   "), ("what_users_see", "Payments fail"));
        var answer = await maya.SubmitAsync(modal);

        Assert.Equal("title", Assert.Single(answer!.Errors).Key);
        Assert.Equal(0, await app.ReadAsync(db => db.Incidents.CountAsync()));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_form_that_is_sent_twice_at_once_takes_one_number()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        var modal = app.Slack.OpenView("maya")!;

        await app.OvertakeAsync("handled_requests", () => maya.SubmitAsync(modal), () => maya.SubmitAsync(modal));
        await app.SettleAsync();
        await Scenarios.DeclaredSev1(app, "Search is slow");

        Assert.Equal([1, 2], await app.ReadAsync(db => db.Incidents.Select(incident => incident.Number).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_title_is_shown_without_characters_that_reverse_text()
    {
        await using var app = await BotApp.StartAsync();

        await Scenarios.DeclaredSev1(app, "\u202ECheckout\u202C is\u200B \u200Fdown");

        Assert.Equal("Checkout is down", await app.ReadAsync(db => db.Incidents.Select(incident => incident.Title).SingleAsync()));
        Assert.NotNull(app.Slack.Channels.Named("inc-1-20260303-checkout-is-down"));
    }

    [Fact]
    public async Task A_title_is_stored_as_typed_and_shown_literally_everywhere()
    {
        const string Title = "*Search* _is_ `down` for @ben, see https://g.example/a_b";
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");

        await maya.TypeAsync("general", $"/incident {Title}");
        await maya.CloseAsync((await maya.SubmitAsync(app.Slack.OpenView("maya")!))!, all: true);
        await app.SettleAsync();

        // No one is left to see the link to the channel.
        Assert.Empty(app.Slack.Calls.Of("views.update"));
        Assert.Equal(Title, await app.ReadAsync(db => db.Incidents.Select(incident => incident.Title).SingleAsync()));
        var channel = await app.ReadAsync(db => db.Channels.Select(known => known.Name!).SingleAsync());
        Assert.Equal("inc-1-20260303-search-is-down-for-ben-see", channel[..Math.Min(41, channel.Length)]);
        await maya.TypeAsync("general", "/incident list");
        await maya.OpenHomeAsync();
        await app.SettleAsync();
        Surface[] places =
        [
            app.Slack.MessagesIn("incidents").Single(message => message.BotId is not null),
            app.Slack.MessagesIn(channel).Single(message => message.Pin is not null),
            app.Slack.EphemeralsFor("maya")[^1],
            app.Slack.HomeOf("maya")!,
        ];
        Assert.All(places, place =>
        {
            Assert.Contains(Title, app.Slack.PlainText(place), StringComparison.Ordinal);
            Assert.All(Markups(place.Blocks), markup => Assert.DoesNotContain("*Search*", markup, StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> Markups(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Markups),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("mrkdwn") =>
            [element.GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Markups(property.Value)),
        _ => [],
    };
}
