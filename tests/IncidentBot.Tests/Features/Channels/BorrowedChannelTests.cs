using IncidentBot.Cards;
using IncidentBot.PostMortems;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Timelines;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Tests.Features.Channels.Borrowing;

namespace IncidentBot.Tests.Features.Channels;

/// <summary>A team's channel stays the team's while an incident borrows it.</summary>
public sealed class BorrowedChannelTests
{
    private const string Payments = "payments";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    [Trait("Engine", "both")]
    public async Task Nothing_older_than_the_declaration_is_read()
    {
        await using var app = await BotApp.StartAsync();
        var (ben, maya) = (app.Slack.As("ben"), app.Slack.As("maya"));
        await maya.InviteAsync(Payments, "incidentbot");
        var lunch = (await ben.TypeAsync(Payments, "Who is in for lunch?")).Message!;
        await ben.TypeAsync(Payments, "The new place", lunch.Ts);
        await app.AdvanceAsync(Hour);

        var incident = await DeclareInAsync(app, Payments);
        await app.SaysAsync("ben", incident, "The pool is empty");
        await ben.EditAsync(lunch, "Who is in for dinner?");
        await maya.ReactAsync(lunch, "pushpin");
        await maya.PinAsync(lunch);
        await app.AdvanceAsync(Hour);
        await app.RestartAsync();
        await app.AdvanceAsync(Hour);

        Assert.Equal(["The pool is empty"], await KeptAsync(app));
        Assert.DoesNotContain(await app.EntriesAsync(), entry => entry.Ts is not null);
        Assert.All(
            app.Slack.Calls.Of("conversations.history"), call => Assert.Contains("oldest", call.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_missed_since_the_declaration_is_read_and_a_page_begins_with_the_newest()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        var ben = app.Slack.As("ben");
        await app.WithoutDeliveriesAsync(async () =>
        {
            var root = (await ben.TypeAsync(incident.Channel, "The pool is empty")).Message!;
            await ben.TypeAsync(incident.Channel, "Since the deploy", root.Ts);
            for (var i = 0; i < 205; i++)
            {
                await ben.TypeAsync(incident.Channel, $"Message {i}");
            }
        });

        await app.AdvanceAsync(Hour);

        Assert.Equal(207, (await KeptAsync(app)).Count);
    }

    [Fact]
    public async Task Nothing_later_than_a_day_after_the_resolve_is_read()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        await Scenarios.Resolve(app, incident);
        await app.AdvanceAsync(Day - Hour);
        await app.SaysAsync("ben", incident, "Still within a day");
        await app.AdvanceAsync(Hour + TimeSpan.FromMinutes(1));
        var readings = app.Slack.Calls.Of("conversations.history").Count;

        var later = await app.SaysAsync("ben", incident, "Who is in for lunch?");
        await app.Slack.As("maya").ReactAsync(later, "pushpin");
        await app.WithoutDeliveriesAsync(() => app.Slack.As("ben").TypeAsync(Payments, "The new place"));
        await app.AdvanceAsync(Hour);
        await app.RestartAsync();
        await app.AdvanceAsync(Hour);

        Assert.Equal(["Still within a day"], await KeptAsync(app));
        Assert.DoesNotContain(await app.EntriesAsync(), entry => entry.Ts is not null);
        Assert.Equal(readings, app.Slack.Calls.Of("conversations.history").Count);
    }

    [Fact]
    public async Task A_message_chosen_by_hand_is_added_whenever_it_was_written()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        var alert = (await app.Slack.As("ben").TypeAsync(Payments, "Checkout answers with errors")).Message!;
        await app.AdvanceAsync(Hour);
        await DeclareInAsync(app, Payments);

        await maya.MessageShortcutAsync("timeline_add", alert);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();

        Assert.Contains(await app.EntriesAsync(), entry => entry.Text == "Checkout answers with errors");
    }

    [Fact]
    public async Task What_someone_deletes_is_deleted_also_when_the_channel_is_no_longer_read()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        var said = await app.SaysAsync("ben", incident, "The password is swordfish");
        await Scenarios.Resolve(app, incident);
        await app.AdvanceAsync(Day + Hour);

        await app.Slack.As("ben").DeleteAsync(said);
        await app.SettleAsync();

        Assert.NotNull(Assert.Single(await app.RecordAsync()).DeletedAt);
    }

    [Fact]
    public async Task After_a_reopening_it_is_read_again_and_the_time_between_is_left_out()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        await Scenarios.Resolve(app, incident);
        await app.AdvanceAsync(Day + Hour);
        await app.SaysAsync("ben", incident, "Who is in for lunch?");
        await app.AdvanceAsync(Hour);

        await app.Slack.As("maya").TypeAsync("general", $"/incident reopen #{incident.Number} The errors are back");
        await app.SettleAsync();
        await app.SaysAsync("ben", incident, "The pool is empty again");
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);

        Assert.Equal(["The pool is empty again"], await KeptAsync(app));
    }

    [Fact]
    public async Task A_borrowed_channel_is_never_renamed_archived_or_given_a_topic_bookmark_or_canvas()
    {
        await using var app = await BotApp.StartAsync(("PostMortems:Canvas", "true"));
        var before = app.Slack.Channels.Named(Payments);
        var declared = await DeclareInAsync(app, Payments);
        await app.Slack.As("maya").TypeAsync(Payments, "/incident lead me");
        await app.Slack.As("maya").TypeAsync(Payments, "/incident sev 2");
        await RetitleAsync(app);
        await Scenarios.Resolve(app, declared);
        var incident = new ResolvedIncident(app, declared);
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, PostMortemActions.Publish);
        await app.SettleAsync();

        for (var week = 0; week < 4; week++)
        {
            await app.AdvanceAsync(TimeSpan.FromDays(7));
        }

        string[] never =
        [
            "conversations.rename", "conversations.setTopic", "conversations.archive", "bookmarks.add",
            "conversations.canvases.create",
        ];
        Assert.DoesNotContain(app.Slack.Calls.Api, call => never.Contains(call.Method));
        Assert.DoesNotContain(ShownMessages.TextsIn(app, Payments), text => text.Contains("archive", StringComparison.OrdinalIgnoreCase));
        var after = app.Slack.Channels.Named(Payments);
        Assert.Equal((before.Name, before.Topic, false), (after.Name, after.Topic, after.IsArchived));
        Assert.NotNull(await app.ReadAsync(db => db.PostMortems.Select(postMortem => postMortem.WriteUp.PublishedAt).SingleAsync()));
    }

    [Fact]
    public async Task After_the_resolve_the_command_typed_there_declares_again()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(Payments, "/incident Checkout is slow");
        Assert.Contains("Here is what you can do", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        await Scenarios.Resolve(app, incident);

        await maya.TypeAsync(Payments, "/incident Checkout is slow");

        var form = app.Slack.OpenView("maya");
        Assert.NotNull(form);
        Assert.Contains("Declare", app.Slack.PlainText(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_mean_the_incident_until_a_day_after_the_resolve()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await DeclareInAsync(app, Payments);
        await Scenarios.Resolve(app, incident);
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(Payments, "/incident note The customer called at 09:30");
        await app.SettleAsync();
        Assert.Contains(await app.EntriesAsync(), entry => entry.Text.Contains("The customer called", StringComparison.Ordinal));
        await app.AdvanceAsync(Day + Hour);
        await maya.TypeAsync(Payments, "/incident note Lunch is at noon");
        await app.SettleAsync();

        Assert.DoesNotContain(await app.EntriesAsync(), entry => entry.Text.Contains("Lunch", StringComparison.Ordinal));
        Assert.Contains("Which incident?", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Two_incidents_borrow_one_channel_after_each_other_and_keep_what_is_theirs(StorageProvider provider)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        var first = await DeclareInAsync(app, Payments);
        await app.SaysAsync("ben", first, "The pool is empty");
        await Scenarios.Resolve(app, first);
        await app.AdvanceAsync(Hour);
        await app.SaysAsync("ben", first, "All is well");

        var second = await DeclareInAsync(app, Payments, "Search is slow");
        await app.SaysAsync("ben", second, "The index is locked");
        await app.Slack.As("maya").TypeAsync(Payments, "/incident status mitigated");
        await app.AdvanceAsync(Hour);

        Assert.Equal(["The pool is empty", "All is well"], await OfAsync(app, first));
        Assert.Equal(["The index is locked"], await OfAsync(app, second));
        var incidents = await app.ReadAsync(db => db.Incidents.AsNoTracking().OrderBy(incident => incident.Number).ToListAsync());
        Assert.Equal(
            [Domain.Incidents.IncidentStatus.Resolved, Domain.Incidents.IncidentStatus.Mitigated],
            incidents.Select(incident => incident.Status));
        app.Slack.Events.ChannelIdChanged(app.Slack.Channels.Named(Payments).Id, "C0SHARED01");
        await app.SettleAsync();
        Assert.All(
            await app.ReadAsync(db => db.Channels.AsNoTracking().ToListAsync()),
            channel => Assert.Equal(("C0SHARED01", true), (channel.ChannelId, channel.IsBorrowed)));
    }

    [Fact]
    public async Task While_an_incident_is_open_there_a_second_one_cannot_take_the_channel()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareInAsync(app, Payments);
        app.Slack.CallFailures.Next("conversations.create", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(Payments, "/incident new Search is slow");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();

        await maya.ClickAsync(
            app.Slack.DmWith("maya").Last(
                message => app.Slack.PlainText(message).Contains("couldn't create its channel", StringComparison.Ordinal)),
            CardActions.UseChannel);
        await app.SettleAsync();

        Assert.Contains(
            "already belongs to incident 1", app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]), StringComparison.Ordinal);
        Assert.Null((await app.ReadAsync(db => db.Channels.AsNoTracking().SingleAsync(channel => channel.IncidentNumber == 2))).ChannelId);
    }

    private static Task<List<string>> OfAsync(BotApp app, ScenarioIncident incident) =>
        app.ReadAsync(db => db.MessagesOf(incident.Number).OrderBy(message => message.Ts).Select(message => message.Text).ToListAsync());

    private static async Task RetitleAsync(BotApp app)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, Payments), CardActions.EditIncident);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("title", "Checkout and search are down")));
        await app.SettleAsync();
    }
}
