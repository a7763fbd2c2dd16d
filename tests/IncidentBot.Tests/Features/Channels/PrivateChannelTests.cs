using IncidentBot.Features.Timelines.Reading;
using IncidentBot.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Timelines;
using IncidentBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static IncidentBot.Tests.Features.Channels.Borrowing;

namespace IncidentBot.Tests.Features.Channels;

/// <summary>An incident is private when its channel is, on every card and in every answer.</summary>
public sealed class PrivateChannelTests
{
    private const string Secret = "fraud-team";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    [Trait("Engine", "both")]
    public async Task An_incident_that_continues_in_a_private_channel_is_private()
    {
        await using var app = await BotApp.StartAsync();
        var (maya, tom) = (app.Slack.As("maya"), app.Slack.As("tom"));
        await maya.CreateChannelAsync(Secret, isPrivate: true);
        await maya.InviteAsync(Secret, "ben");
        await maya.InviteAsync(Secret, "incidentbot");
        await app.Slack.As("ben").TypeAsync(Secret, "We watch one of the managers");
        await app.AdvanceAsync(Hour);

        var incident = await DeclareInAsync(app, Secret, "Leak of customer data");
        await maya.TypeAsync(Secret, "/incident update We are looking at the logs");
        await app.SettleAsync();

        Assert.DoesNotContain(
            app.Slack.MessagesIn("incidents"), message => app.Slack.PlainText(message).Contains("Leak", StringComparison.Ordinal));
        Assert.Contains(ShownMessages.TextsIn(app, Secret), text => text.Contains("is private too", StringComparison.Ordinal));
        Assert.Contains(ShownMessages.TextsIn(app, Secret), text => text.Contains("looking at the logs", StringComparison.Ordinal));
        Assert.Empty(await KeptAsync(app));
        await AssertSeesAsync(app, "ben", incident.Number, sees: true);
        await AssertSeesAsync(app, "tom", incident.Number, sees: false);
        Assert.DoesNotContain(tom.User.Id, app.Slack.Channels.Named(Secret).Members);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_its_channel_becomes_private_its_public_posts_are_deleted(bool isHeard)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident update We are looking at the logs");
        await app.Slack.As("maya").InviteAsync(incident.Channel, "ben");
        await app.SettleAsync();
        Assert.Equal(2, OfOursInPublic(app).Count);

        MakePrivate(app, incident.Channel);
        if (isHeard)
        {
            await app.SaysAsync("ben", incident, "Now we are among ourselves");
        }
        else
        {
            await app.AdvanceAsync(Hour);
        }

        Assert.Empty(OfOursInPublic(app));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident status mitigated");
        await app.SettleAsync();
        Assert.Empty(OfOursInPublic(app));
        await AssertSeesAsync(app, "ben", incident.Number, sees: true);
        await AssertSeesAsync(app, "tom", incident.Number, sees: false);
    }

    [Fact]
    public async Task A_write_up_that_was_public_moves_into_the_channel()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, PostMortemActions.Publish);
        await app.SettleAsync();

        MakePrivate(app, incident.Channel);
        await app.AdvanceAsync(Hour);

        Assert.Empty(OfOursInPublic(app));
        Assert.Contains(
            ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("Post-mortem: Checkout is down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Someone_removed_while_the_service_was_down_no_longer_sees_a_private_incident()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        await app.Slack.As("maya").InviteAsync(hidden.Channel, "tom");
        await app.SettleAsync();
        await AssertSeesAsync(app, "tom", hidden.Number, sees: true);
        await app.AdvanceAsync(TimeSpan.FromDays(60));

        await app.WithoutDeliveriesAsync(() => app.Slack.As("tom").LeaveAsync(hidden.Channel));
        await app.WithoutDeliveriesAsync(() => app.Slack.As("maya").InviteAsync(hidden.Channel, "ben"));
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await AssertSeesAsync(app, "tom", hidden.Number, sees: false);
        await AssertSeesAsync(app, "ben", hidden.Number, sees: true);
    }

    [Fact]
    public async Task Two_readings_that_find_the_same_new_member_at_once_do_not_fail()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        var channel = app.Slack.Channels.Named(hidden.Channel).Id;
        await app.WithoutDeliveriesAsync(() => app.Slack.As("maya").InviteAsync(hidden.Channel, "ben"));
        await using var scope = app.Services.CreateAsyncScope();
        var state = scope.ServiceProvider.GetRequiredService<ChannelState>();
        var (late, first) = (true, false);

        await app.OvertakeAsync(
            "incidents",
            async () => late = await state.RefreshAsync(hidden.Number, channel, CancellationToken.None),
            async () => first = await state.RefreshAsync(hidden.Number, channel, CancellationToken.None));

        Assert.Equal((false, true), (late, first));
        await AssertSeesAsync(app, "ben", hidden.Number, sees: true);
    }

    private static void MakePrivate(BotApp app, string channel) =>
        app.Slack.Channels.Put(app.Slack.Channels.Named(channel) with { IsPrivate = true });

    private static IReadOnlyList<Message> OfOursInPublic(BotApp app)
    {
        var id = app.Slack.Channels.Named("incidents").Id;
        return [.. app.Slack.Messages.In(id).Where(message => message.BotId is not null && message.EphemeralTo is null)];
    }

    private static async Task AssertSeesAsync(BotApp app, string person, int number, bool sees)
    {
        await app.Slack.As(person).TypeAsync("general", $"/incident timeline #{number}");
        await app.SettleAsync();

        Assert.Equal(!sees, app.Slack.OpenView(person) is null);
        if (app.Slack.OpenView(person) is { } open)
        {
            await app.Slack.As(person).CloseAsync(open, all: true);
        }
    }
}
