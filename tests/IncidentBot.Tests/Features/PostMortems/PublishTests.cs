using System.Text;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class PublishTests
{
    [Fact]
    [Trait("Requirement", "R24")]
    public async Task An_incomplete_write_up_is_not_published_and_the_missing_parts_are_named()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_publish");
        await app.SettleAsync();

        var overview = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        DocumentSection[] needed =
            [DocumentSection.Timeline, DocumentSection.StructuralGap, DocumentSection.Factors, DocumentSection.Actions];
        Assert.All(needed, section => Assert.Contains(Need(section), overview, StringComparison.Ordinal));
        Assert.Null((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    [Fact]
    public async Task The_fourth_entry_that_people_contribute_is_enough_whatever_the_bot_recorded()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident note the deploy went out");
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident signal the error rate alert");
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident decision roll back");
        Assert.Contains(Need(DocumentSection.Timeline), await RefusalAsync(app, incident), StringComparison.Ordinal);

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident note payments work again");

        Assert.DoesNotContain(Need(DocumentSection.Timeline), await RefusalAsync(app, incident), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_write_up_is_posted_in_incidents_with_its_file_and_linked_with_the_headline()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();

        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        var topLevel = app.Slack.MessagesIn("incidents").Where(message => message is { BotId: not null, IsReply: false }).ToList();
        Assert.Equal(2, topLevel.Count);
        var writeUp = app.Slack.PlainText(topLevel[1]);
        Assert.Contains("1200 users could not pay", writeUp, StringComparison.Ordinal);
        Assert.Contains("No contract test covers the payment API", writeUp, StringComparison.Ordinal);
        Assert.Contains("Cover the payment API with a contract test — @ben, by", writeUp, StringComparison.Ordinal);
        Assert.Contains("the incident's headline", writeUp, StringComparison.Ordinal);
        Assert.Contains("read the write-up", app.Slack.PlainText(topLevel[0]), StringComparison.Ordinal);
        var file = Assert.Single(app.Slack.ThreadOf(topLevel[1]).SelectMany(message => message.Files));
        Assert.StartsWith(
            "# Post-Mortem: Checkout is down", Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_the_draft_from_an_old_preview_after_publishing_answers_that_it_is_published()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        await maya.TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");

        Assert.Contains("already published", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Null((await incident.ReadAsync()).WriteUp.DraftedAt);
    }

    [Fact]
    public async Task A_correction_changes_the_message_and_says_in_its_thread_what_was_corrected()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();
        await incident.WriteAsync("summary", ("summary", "Checkout failed for 41 minutes. A deploy changed the API."));

        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("note", "It lasted 41 minutes")));
        await app.SettleAsync();

        var writeUp = app.Slack.MessagesIn("incidents").Last(message => message is { BotId: not null, IsReply: false });
        Assert.Contains("41 minutes", app.Slack.PlainText(writeUp), StringComparison.Ordinal);
        var thread = app.Slack.ThreadOf(writeUp);
        Assert.Contains(
            thread, reply => app.Slack.PlainText(reply).Contains("Corrected, version 2:* It lasted 41 minutes", StringComparison.Ordinal));
        Assert.Equal(2, thread.SelectMany(message => message.Files).Count());
    }

    [Fact]
    public async Task Only_lead_facilitator_and_admins_can_publish_or_waive()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident pm publish");
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident pm waive not worth it");

        var written = await incident.ReadAsync();
        Assert.Equal((null, PostMortemState.Due), (written.WriteUp.PublishedAt, written.State));
        Assert.All(
            app.Slack.EphemeralsFor("ben"),
            told => Assert.Contains("Only the lead, the facilitator or an admin", app.Slack.PlainText(told), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_lead_and_facilitator_the_declarer_publishes_and_others_hear_who_may()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.WithoutLead(app);
        await incident.CompleteAsync();

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident pm publish");
        Assert.Contains(
            "Only the person who declared the incident or an admin can publish",
            app.Slack.PlainText(app.Slack.EphemeralsFor("ben")[^1]),
            StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");

        Assert.Equal(app.IdOf("maya"), (await incident.ReadAsync()).LastChangeOf(PostMortemPart.WriteUp)?.By);
        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    [Fact]
    public async Task When_the_declarer_has_left_too_any_member_publishes()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.WithoutLead(app);
        await incident.CompleteAsync();
        app.Slack.Users.Update(app.Slack.As("maya").User with { IsDeactivated = true });
        await app.SettleAsync();

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident pm publish");

        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    [Fact]
    [Trait("Requirement", "R17")]
    public async Task Waiving_tells_the_channel_the_reason()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_waive_open");
        Assert.Contains(
            "Required post-mortems in the last 30 days: 1.", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm waive The provider was down");
        await app.SettleAsync();

        Assert.Equal(PostMortemState.Waived, (await incident.ReadAsync()).State);
        Assert.Contains(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("The provider was down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_write_up_stays_in_its_channel()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Private(app);
        await incident.CompleteAsync();

        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();

        Assert.Contains(
            app.Slack.MessagesIn(incident.Channel),
            message => app.Slack.PlainText(message).Contains("Post-mortem: Checkout is down", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.BotId is not null);
    }

    private static string Need(DocumentSection section) => WriteUpSections.Of(section).Check!.Why;

    /// <summary>What maya reads after pressing Publish.</summary>
    private static async Task<string> RefusalAsync(BotApp app, ResolvedIncident incident)
    {
        await app.SettleAsync();
        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_publish");
        var read = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        return read;
    }
}
