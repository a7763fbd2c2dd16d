using IncidentBot.Domain.WriteUps;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Corrections;

public sealed class CorrectionTests
{
    [Fact]
    [Trait("Requirement", "R116")]
    [Trait("Requirement", "D17")]
    public async Task The_draft_is_open_for_corrections_for_two_days_and_each_answer_is_public()
    {
        await using var app = await BotApp.StartAsync();
        await SharedAsync(app);
        Assert.Matches("Please read it by .*5.* 09:40.*If a fact is wrong, press", ShownMessages.TextOf(app, Draft(app)));

        await SendAsync(app, "ben", "The deploy was at 16:47, not at 15:47", "Timeline");
        await SendAsync(app, "lena", "It was not a deploy", null);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Corrections(app)[0], "correction_accept");
        await maya.ClickAsync(Corrections(app)[1], "correction_decline_open");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "The log of the pipeline shows it")));
        await app.SettleAsync();

        var shown = Corrections(app).Select(message => ShownMessages.TextOf(app, message)).ToList();
        Assert.Contains("Correction, Timeline, by @ben", shown[0], StringComparison.Ordinal);
        Assert.Contains("The deploy was at 16:47, not at 15:47", shown[0], StringComparison.Ordinal);
        Assert.Contains("Accepted by @maya", shown[0], StringComparison.Ordinal);
        Assert.Contains("Declined by @maya: The log of the pipeline shows it", shown[1], StringComparison.Ordinal);
        Assert.Contains("1 correction accepted · 1 correction declined", ShownMessages.TextOf(app, Draft(app)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task A_correction_blocks_publishing_until_it_is_answered_and_its_section_edited()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await SharedAsync(app);
        await SendAsync(app, "ben", "1300 users, not 1200", "Impact");

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        Assert.Contains("One correction is unanswered", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(Corrections(app)[0], "correction_accept");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        Assert.Contains("not made yet: edit Impact", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        await EditImpactAsync(app, "1300");
        await app.SettleAsync();
        Assert.Contains(
            "Accepted by @maya; the document is corrected", ShownMessages.TextOf(app, Corrections(app)[0]), StringComparison.Ordinal);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
        Assert.Contains(
            "The post-mortem is published. This was the draft.", ShownMessages.TextOf(app, Draft(app)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task A_correction_that_the_document_already_says_needs_no_edit()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await SharedAsync(app);
        await SendAsync(app, "ben", "It began with a deploy", "Summary");
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Corrections(app)[0], "correction_accept");
        await app.SettleAsync();

        await maya.ClickAsync(Corrections(app)[0], "correction_already_right");
        await maya.TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        Assert.Contains(
            "Accepted by @maya; the document already says so", ShownMessages.TextOf(app, Corrections(app)[0]), StringComparison.Ordinal);
        Assert.NotNull((await incident.ReadAsync()).WriteUp.PublishedAt);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task Only_lead_facilitator_and_admins_answer_corrections_and_an_empty_one_is_refused()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await SharedAsync(app);
        var ben = app.Slack.As("ben");
        await ben.ClickAsync(Draft(app), "correction_open");
        var refused = await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("text", "   ")));
        Assert.Contains("Say in one sentence what is wrong", refused!.Errors["text"], StringComparison.Ordinal);
        await ben.SubmitAsync(await ben.FillAsync(refused!, ("text", "It was 41 minutes")));
        await app.SettleAsync();

        await ben.ClickAsync(Corrections(app)[0], "correction_accept");
        await ben.ClickAsync(Corrections(app)[0], "correction_decline_open");
        await app.SettleAsync();

        Assert.All(
            app.Slack.EphemeralsFor("ben"),
            reply => Assert.Contains("can answer a correction. Ask one of them.", app.Slack.PlainText(reply), StringComparison.Ordinal));
        Assert.Equal(CorrectionAnswer.Open, Assert.Single((await incident.ReadAsync()).WriteUp.Corrections).Answer);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task A_readers_correction_appears_in_the_thread_of_the_published_write_up()
    {
        await using var app = await BotApp.StartAsync();
        await PublishedVersionTests.PublishedAsync(app);
        var priya = app.Slack.As("priya");
        await priya.ClickAsync(PublishedVersionTests.WriteUp(app), "correction_open");
        await priya.SubmitAsync(await priya.FillAsync(app.Slack.OpenView("priya")!, ("text", "Invoices were late as well")));
        await app.SettleAsync();

        var correction = app.Slack.ThreadOf(PublishedVersionTests.WriteUp(app))[^1];
        Assert.Contains("by @priya", ShownMessages.TextOf(app, correction), StringComparison.Ordinal);
        Assert.Contains("@maya, please accept or decline.", ShownMessages.TextOf(app, correction), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task Of_two_simultaneous_answers_the_first_counts_and_the_second_is_refused()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await SharedAsync(app);
        await SendAsync(app, "ben", "It was 41 minutes", null);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Corrections(app)[0], "correction_decline_open");
        var open = await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "40 by the graph"));
        await app.OvertakeAsync(
            "post_mortems",
            () => maya.SubmitAsync(open),
            () => maya.ClickAsync(Corrections(app)[0], "correction_accept"));

        Assert.Contains("This correction was already accepted.", app.Slack.OpenView("maya")!.Errors["reason"], StringComparison.Ordinal);
        Assert.Equal(CorrectionAnswer.Accepted, Assert.Single((await incident.ReadAsync()).WriteUp.Corrections).Answer);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task After_two_days_the_lead_is_reminded_of_open_corrections()
    {
        await using var app = await BotApp.StartAsync();
        await SharedAsync(app);
        await SendAsync(app, "ben", "It was 41 minutes", null);

        await app.AdvanceAsync(TimeSpan.FromHours(48));

        Assert.Contains(
            "are over. Please answer 1 correction.",
            ShownMessages.TextOf(app, app.Slack.DmWith("maya")[^1]), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public async Task Attendees_can_sign_off_and_others_learn_why_they_cannot()
    {
        await using var app = await BotApp.StartAsync();
        await SharedAsync(app);
        await app.Slack.As("maya").ClickAsync(Draft(app), "post_mortem_sign_off");
        await app.Slack.As("ben").ClickAsync(Draft(app), "post_mortem_sign_off");
        await app.SettleAsync();

        Assert.Contains(
            "You weren't at the meeting and weren't asked to sign off",
            ShownMessages.LatestEphemeral(app, "ben"),
            StringComparison.Ordinal);
        Assert.Contains("signed off by @maya", ShownMessages.TextOf(app, Draft(app)), StringComparison.Ordinal);
    }

    private static async Task<ResolvedIncident> SharedAsync(BotApp app)
    {
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("ben").JoinAsync(incident.Channel);
        await app.Slack.As("lena").JoinAsync(incident.Channel);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_held");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.SettleAsync();
        return incident;
    }

    private static async Task SendAsync(BotApp app, string person, string text, string? section)
    {
        var actor = app.Slack.As(person);
        await actor.ClickAsync(Draft(app), "correction_open");
        var modal = section is null
            ? await actor.FillAsync(app.Slack.OpenView(person)!, ("text", text))
            : await actor.FillAsync(app.Slack.OpenView(person)!, ("text", text), ("section", section));
        await actor.SubmitAsync(modal);
        await app.SettleAsync();
    }

    /// <summary>Opens the section by the correction's button: the correction stands above the fields.</summary>
    private static async Task EditImpactAsync(BotApp app, string users)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Corrections(app)[0], "post_mortem_section_open");
        var form = app.Slack.OpenView("maya")!;
        Assert.Contains("1300 users, not 1200", app.Slack.PlainText(form), StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(form, ("users", users)));
    }

    private static Message Draft(BotApp app) =>
        Channel(app).Last(message => message is { BotId: not null, IsReply: false } && IsDraft(app, message));

    private static bool IsDraft(BotApp app, Message message) => app.Slack.PlainText(message).Contains("draft", StringComparison.Ordinal)
        && app.Slack.ThreadOf(message).Any(reply => reply.Files.Count > 0);

    private static List<Message> Corrections(BotApp app) =>
        [.. app.Slack.ThreadOf(Draft(app)).Where(message => app.Slack.PlainText(message).Contains("Correction", StringComparison.Ordinal))];

    private static IReadOnlyList<Message> Channel(BotApp app) => [.. app.Slack.MessagesIn("inc-1-20260303-checkout-is-down")];
}
