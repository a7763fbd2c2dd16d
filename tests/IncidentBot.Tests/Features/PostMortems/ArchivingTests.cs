using IncidentBot.PostMortems;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class ArchivingTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task Archiving_is_offered_once_a_week_after_publishing_and_not_before()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);

        await app.AdvanceAsync(Week - TimeSpan.FromMinutes(1));
        Assert.Empty(Offers(app, incident));

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var offer = Assert.Single(Offers(app, incident));
        Assert.Contains("I can't undo this", app.Slack.PlainText(offer), StringComparison.Ordinal);

        await app.AdvanceAsync(Week);
        await app.AdvanceAsync(Week);
        Assert.Single(Offers(app, incident));
    }

    [Fact]
    public async Task What_was_missed_is_read_before_the_offer_and_before_the_archive()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);
        var ben = app.Slack.As("ben");
        await app.WithoutDeliveriesAsync(() => ben.TypeAsync(incident.Channel, "Before the offer"));
        await app.AdvanceAsync(Week);
        Assert.Equal(["Before the offer"], await WordsAsync(app));

        await app.WithoutDeliveriesAsync(() => ben.TypeAsync(incident.Channel, "The very last words"));
        app.Slack.CallFailures.Next("conversations.history", CallFailureKind.HtmlUnavailable, calls: 3);
        await app.Slack.As("maya").ClickAsync(Assert.Single(Offers(app, incident)), PostMortemActions.Archive);
        await app.SettleAsync();

        Assert.Equal(["Before the offer", "The very last words"], await WordsAsync(app));
        Assert.True(app.Slack.Channels.Named(incident.Channel).IsArchived);
    }

    [Fact]
    public async Task The_lead_archives_it_with_a_last_line_and_nothing_is_posted_there_afterwards()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);
        await app.AdvanceAsync(Week);

        await app.Slack.As("maya").ClickAsync(Assert.Single(Offers(app, incident)), PostMortemActions.Archive);
        await app.SettleAsync();

        Assert.True(app.Slack.Channels.Named(incident.Channel).IsArchived);
        Assert.True(await app.ReadAsync(db => db.Channels.AnyAsync(channel => channel.IsArchived)));
        var last = app.Slack.MessagesIn(incident.Channel).Last(message => message.BotId is not null);
        Assert.Contains("The write-up tells the whole story", app.Slack.PlainText(last), StringComparison.Ordinal);

        // A correction changes what the channel would show.
        await app.ReadAsync(async db =>
        {
            var known = await db.Incidents.SingleAsync(known => known.Number == incident.Number);
            IncidentBot.Cards.IncidentCards.RefreshCards(db, known, app.Now);
            return await db.SaveChangesAsync();
        });
        await app.AdvanceAsync(TimeSpan.FromDays(21));
        Assert.DoesNotContain(app.Slack.Calls.Api, call => call.Answer.Contains("\"error\":\"is_archived\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_yet_asks_again_a_week_later_and_three_times_at_most()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);

        for (var round = 1; round <= 3; round++)
        {
            await app.AdvanceAsync(Week - TimeSpan.FromMinutes(1));
            Assert.Empty(Offers(app, incident));
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
            await app.Slack.As("ben").ClickAsync(Assert.Single(Offers(app, incident)), PostMortemActions.KeepChannel);
            await app.SettleAsync();
        }

        Assert.Contains(
            "I won't ask again",
            string.Join('\n', app.Slack.MessagesIn(incident.Channel).Select(app.Slack.PlainText)),
            StringComparison.Ordinal);
        await app.AdvanceAsync(Week);
        await app.AdvanceAsync(Week);
        Assert.Empty(Offers(app, incident));
        Assert.False(app.Slack.Channels.Named(incident.Channel).IsArchived);
    }

    [Fact]
    public async Task Only_lead_facilitator_and_admins_archive_and_the_refusal_says_so()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedAsync(app);
        await app.AdvanceAsync(Week);
        var ben = app.Slack.As("ben");
        await ben.JoinAsync(incident.Channel);

        await ben.ClickAsync(Assert.Single(Offers(app, incident)), PostMortemActions.Archive);
        await app.SettleAsync();

        Assert.False(app.Slack.Channels.Named(incident.Channel).IsArchived);
        Assert.Contains(
            app.Slack.SeenBy("ben", incident.Channel),
            message =>
                app.Slack.PlainText(message).Contains(
                    "Only the lead, the facilitator or an admin can archive the channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_up_that_is_not_published_and_an_incident_that_is_open_again_keep_their_channel()
    {
        await using var app = await BotApp.StartAsync();
        var unpublished = await ResolvedIncident.Sev1(app);
        var reopened = await PublishedAsync(app);
        await app.Slack.As("maya").TypeAsync(reopened.Channel, "/incident reopen It is back");
        await app.SettleAsync();

        await app.AdvanceAsync(Week + Week);

        Assert.Empty(Offers(app, unpublished));
        Assert.Empty(Offers(app, reopened));
    }

    [Fact]
    public async Task A_refusal_by_Slack_is_told_to_whoever_asked()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await PublishedAsync(app);
        await app.AdvanceAsync(Week);
        app.Slack.CallFailures.Next("conversations.archive", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });

        await app.Slack.As("maya").ClickAsync(Assert.Single(Offers(app, incident)), PostMortemActions.Archive);
        await app.SettleAsync();

        Assert.False(app.Slack.Channels.Named(incident.Channel).IsArchived);
        Assert.Contains(
            "Slack answered `restricted_action`",
            string.Join('\n', app.Slack.DmWith("maya").Select(app.Slack.PlainText)),
            StringComparison.Ordinal);
    }

    private static async Task<ResolvedIncident> PublishedAsync(BotApp app)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, PostMortemActions.Publish);
        await app.SettleAsync();
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        return incident;
    }

    private static List<Message> Offers(BotApp app, ResolvedIncident incident) =>
        [
            .. app.Slack.MessagesIn(incident.Channel).Where(
                message => app.Slack.PlainText(message).Contains("Archive channel", StringComparison.Ordinal)),
        ];

    private static Task<List<string>> WordsAsync(BotApp app) =>
        app.ReadAsync(db => db.ChannelMessages.OrderBy(message => message.Ts).Select(message => message.Text).ToListAsync());
}
