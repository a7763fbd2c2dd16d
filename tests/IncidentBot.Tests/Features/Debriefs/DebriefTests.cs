using IncidentBot.Domain.PostMortems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Debriefs;

public sealed class DebriefTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R22")]
    public async Task The_resolve_card_begins_with_the_debrief_and_the_channel_reads_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var card = app.Slack.MessagesIn(incident.Channel).Last(
            message => app.Slack.PlainText(message).Contains("Debrief (10 minutes)", StringComparison.Ordinal));

        await app.Slack.As("maya").ClickAsync(card, "debrief_open");
        await SubmitAsync(
            app,
            "maya",
            ("what_happened", "The pool ran empty"),
            ("immediate_fix", "Rolled back to 41"),
            ("not_to_forget", "The alert came from a customer"));

        Assert.Contains("1.  Debrief (10 minutes)", ShownMessages.TextOf(app, card), StringComparison.Ordinal);
        Assert.Contains(
            ":white_check_mark:  Debrief: noted",
            ShownMessages.TextOf(app, app.Slack.MessagesIn(incident.Channel).Single(message => message.Ts == card.Ts)),
            StringComparison.Ordinal);
        var echo = ShownMessages.TextsIn(app, incident.Channel)[^1];
        Assert.Contains("Debrief by @maya", echo, StringComparison.Ordinal);
        Assert.Contains(
            "What happened? The pool ran empty\nWhat is the immediate fix? Rolled back to 41\n"
            + "What should we remember? The alert came from a customer",
            echo,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R22")]
    public async Task A_debrief_never_counts_as_the_post_mortem()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        var before = await incident.ReadAsync();

        await AddAsync(app, incident, "maya", ("what_happened", "The pool ran empty"));
        await app.AdvanceAsync(TimeSpan.FromHours(48));

        var after = await incident.ReadAsync();
        Assert.Equal(
            (PostMortemState.Due, before.DueAt, before.Version, (DateTimeOffset?)null),
            (after.State, after.DueAt, after.Version, after.HeldOrPublishedAt));
        Assert.Contains(
            app.Slack.DmWith("maya"), message => ShownMessages.TextOf(app, message).Contains("is due now", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R22")]
    public async Task Several_people_add_notes_and_the_second_sees_the_first_one()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await AddAsync(app, incident, "maya", ("what_happened", "The pool ran empty"));

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident debrief");
        var form = app.Slack.PlainText(app.Slack.OpenView("ben")!);
        await SubmitAsync(app, "ben", ("not_to_forget", "Ask why staging has its own pool"));

        Assert.Contains("The pool ran empty", form, StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.DebriefNotes.CountAsync()));
        Assert.Equal(
            2, ShownMessages.TextsIn(app, incident.Channel).Count(text => text.StartsWith("Debrief by", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Requirement", "R22")]
    public async Task The_post_mortem_offers_the_debrief_as_a_source_and_copies_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await AddAsync(app, incident, "ben", ("not_to_forget", "Ask why staging has its own pool"));

        var overview = await incident.OpenOverviewAsync();
        await app.Slack.As("maya").ClickAsync(overview, "post_mortem_debrief_read");

        Assert.Contains("Debrief by @ben", ShownMessages.TextOf(app, overview), StringComparison.Ordinal);
        Assert.Contains(
            "Ask why staging has its own pool", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        var document = await incident.ReadAsync();
        Assert.Equal(("", 0, 0), (document.WriteUp.Summary, document.WriteUp.Learnings.Count, document.WriteUp.Parked.Count));
    }

    [Fact]
    [Trait("Requirement", "R22")]
    public async Task While_the_incident_is_open_the_debrief_waits_and_says_what_to_do_instead()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident debrief");

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Contains("Debrief once it is resolved", ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R22")]
    public async Task An_empty_debrief_is_refused_under_the_first_question_and_one_sent_twice_is_kept_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident debrief");

        var refused = await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        var filled = await app.Slack.As("maya").FillAsync(refused!, ("what_happened", "The pool ran empty"));
        await Task.WhenAll(app.Slack.As("maya").SubmitAsync(filled), app.Slack.As("maya").SubmitAsync(filled));
        await app.SettleAsync();

        Assert.Equal("what_happened", Assert.Single(refused!.Errors).Key);
        Assert.Equal(1, await app.ReadAsync(db => db.DebriefNotes.CountAsync()));
    }

    private static async Task AddAsync(BotApp app, ResolvedIncident incident, string person, params (string Field, string Value)[] answers)
    {
        await app.Slack.As(person).TypeAsync(incident.Channel, "/incident debrief");
        await SubmitAsync(app, person, answers);
    }

    private static async Task SubmitAsync(BotApp app, string person, params (string Field, string Value)[] answers)
    {
        await app.Slack.As(person).SubmitAsync(await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, answers));
        await app.SettleAsync();
    }
}
