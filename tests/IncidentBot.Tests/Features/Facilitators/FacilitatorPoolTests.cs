using IncidentBot.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Facilitators;

public sealed class FacilitatorPoolTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R28")]
    public async Task The_command_joins_the_pool_and_shows_its_members_and_how_often_each_was_asked()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("lena").TypeAsync("general", "/incident facilitate in");
        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.Slack.As("ben").TypeAsync("general", "/incident facilitate");
        var list = app.Slack.EphemeralsFor("ben")[^1];
        await app.Slack.As("ben").ClickAsync(list, "facilitator_pool_join");
        await app.Slack.As("tom").TypeAsync("general", "/incident facilitate");

        Assert.Contains(
            "1 person is in the facilitator pool\n• @lena: asked once", ShownMessages.TextOf(app, list), StringComparison.Ordinal);
        Assert.Contains(
            "2 people are in the facilitator pool\n• @ben: never asked\n• @lena: asked once",
            ShownMessages.LatestEphemeral(app, "tom"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Someone_who_left_the_pool_is_not_asked()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("lena").TypeAsync("general", "/incident facilitate in");
        await app.Slack.As("lena").TypeAsync("general", "/incident facilitate out");

        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(app.Slack.DmWith("lena"));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task After_resolve_a_member_who_fits_is_asked_with_the_reason_the_incident_and_the_time()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "maya", "lena");
        var incident = await ResolvedIncident.Sev1(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var asked = ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("lena")));
        Assert.Contains("Would you facilitate the post-mortem of Incident 1: Checkout is down?", asked, StringComparison.Ordinal);
        Assert.Contains("Hold it by", asked, StringComparison.Ordinal);
        Assert.Contains(
            "you're in the pool, weren't close to the incident, and have never been asked before", asked, StringComparison.Ordinal);
        Assert.Contains("I'll do it", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(
            app.Slack.DmWith("maya"),
            message => ShownMessages.TextOf(app, message).Contains("Would you facilitate", StringComparison.Ordinal));
        Assert.DoesNotContain(
            app.Slack.ThreadOf(incident.Headline),
            message => ShownMessages.TextOf(app, message).Contains("I'll facilitate", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Someone_who_says_yes_facilitates_and_gets_what_they_need()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena");
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.Slack.As("lena").ClickAsync(Question(app, "lena"), "facilitator_ask_accept");
        await app.SettleAsync();

        Assert.Equal(app.Slack.As("lena").User.Id, (await incident.ReadAsync()).Facilitator?.Value);
        var told = app.Slack.DmWith("lena").Select(message => ShownMessages.TextOf(app, message)).ToList();
        Assert.Contains(
            told, text => text.StartsWith("Thank you. You're facilitating the post-mortem of Incident 1", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("Keep the discussion on the system", StringComparison.Ordinal));

        await app.Slack.As("lena").ClickAsync(
            app.Slack.DmWith("lena").Last(message =>
                message.Blocks.GetRawText().Contains(PostMortemActions.DeclineFacilitating, StringComparison.Ordinal)),
            PostMortemActions.DeclineFacilitating);
        await app.SettleAsync();
        Assert.Null((await incident.ReadAsync()).Facilitator);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Not_me_asks_the_next_member_at_once_and_finally_everyone()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena", "tom");
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.Slack.As("lena").ClickAsync(Question(app, "lena"), "facilitator_ask_refuse");
        await app.SettleAsync();
        Assert.Contains(
            "I'll ask someone else", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);
        await app.Slack.As("tom").ClickAsync(Question(app, "tom"), "facilitator_ask_refuse");
        await app.SettleAsync();

        var call = Assert.Single(
            app.Slack.ThreadOf(incident.Headline),
            message => ShownMessages.TextOf(app, message).Contains("I'll facilitate", StringComparison.Ordinal));
        await app.Slack.As("priya").ClickAsync(call, "facilitator_volunteer");
        await app.SettleAsync();
        var answered = app.Slack.ThreadOf(incident.Headline).Single(message => message.Ts == call.Ts);
        Assert.Equal("@priya facilitates the post-mortem of Incident 1: Checkout is down.", ShownMessages.TextOf(app, answered));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Without_an_answer_within_four_working_hours_the_next_member_is_asked()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena", "tom");
        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.AdvanceAsync(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1));
        Assert.Empty(app.Slack.DmWith("tom"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(
            "Would you facilitate", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("tom"))), StringComparison.Ordinal);
        Assert.Contains("You didn't answer", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task The_next_incident_asks_the_member_who_was_asked_least_recently()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena", "tom");
        await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await ResolvedIncident.Sev2(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("Search is slow", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("tom"))), StringComparison.Ordinal);
        Assert.Single(app.Slack.DmWith("lena"));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task The_picker_shows_who_is_skipped_and_why_to_themselves_and_to_others()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "ben", "lena", "maya");
        var declared = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("ben").JoinAsync(declared.Channel);
        for (var count = 1; count <= 11; count++)
        {
            await app.Slack.As("ben").TypeAsync(declared.Channel, $"Look at this, number {count}");
        }

        await app.Slack.As("maya").TypeAsync(declared.Channel, "/incident lead me");
        await Scenarios.Resolve(app, declared);

        var mayas = await PickerAsync(app, declared, "maya");
        var bens = await PickerAsync(app, declared, "ben");

        Assert.Contains("@ben (skipped): posted 11 messages", mayas, StringComparison.Ordinal);
        Assert.Contains("you (skipped): you led this incident", mayas, StringComparison.Ordinal);
        Assert.Contains("@lena: wasn't involved; never asked", mayas, StringComparison.Ordinal);
        Assert.Contains("you (skipped): you posted 11 messages in this incident", bens, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task For_a_private_incident_only_members_of_its_channel_are_asked()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena", "tom");
        var incident = await ResolvedIncident.Private(app);
        await app.Slack.As("maya").InviteAsync(incident.Channel, "tom");
        await app.SettleAsync();

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(
            "Would you facilitate", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("tom"))), StringComparison.Ordinal);
        Assert.Empty(app.Slack.DmWith("lena"));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task No_one_outside_a_private_channel_can_be_chosen()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Private(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "facilitator_open");

        var refused = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("facilitator", "lena")));
        await app.SettleAsync();

        Assert.Equal("lena isn't in this private incident's channel. Invite them there first.", refused!.Errors["facilitator"]);
        Assert.Empty(app.Slack.DmWith("lena"));
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task No_one_is_asked_at_night()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena", "aiko");
        app.Time.Advance(TimeSpan.FromHours(15));
        await ResolvedIncident.Sev1(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(
            "Would you facilitate", ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("aiko"))), StringComparison.Ordinal);
        Assert.Empty(app.Slack.DmWith("lena"));
    }

    [Fact]
    [Trait("Requirement", "R20")]
    public async Task While_the_incident_is_open_again_the_question_waits_with_it()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena");
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(
            "You are no longer needed to facilitate the post-mortem of Incident 1: Checkout is down: the incident is open again",
            ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("lena"))), StringComparison.Ordinal);

        await Scenarios.Resolve(app, new ScenarioIncident(incident.Number, incident.Channel));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, app.Slack.DmWith("lena").Count);
    }

    [Fact]
    [Trait("Requirement", "R28")]
    public async Task Someone_who_says_yes_too_late_is_told_who_facilitates()
    {
        await using var app = await BotApp.StartAsync();
        await JoinAsync(app, "lena");
        var incident = await ResolvedIncident.Sev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.Slack.As("maya").ClickAsync(await incident.OpenOverviewAsync(), "facilitator_open");
        var chosen = await app.Slack.As("maya").FillAsync(app.Slack.OpenView("maya")!, ("facilitator", "tom"));

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("lena").ClickAsync(Question(app, "lena"), "facilitator_ask_accept"),
            () => app.Slack.As("maya").SubmitAsync(chosen));

        Assert.Equal(app.Slack.As("tom").User.Id, (await incident.ReadAsync()).Facilitator?.Value);
        Assert.Equal("Thank you. @tom is already facilitating.", ShownMessages.LatestEphemeral(app, "lena"));
        Assert.Contains(app.Slack.DmWith("lena"), message => ShownMessages.TextOf(app, message).Contains(
            "You are no longer needed to facilitate the post-mortem of Incident 1: Checkout is down: @tom is facilitating",
            StringComparison.Ordinal));
    }

    private static async Task JoinAsync(BotApp app, params string[] people)
    {
        foreach (var person in people)
        {
            await app.Slack.As(person).TypeAsync("general", "/incident facilitate in");
        }
    }

    private static Message Question(BotApp app, string person) =>
        app.Slack.DmWith(person).Last(message => app.Slack.PlainText(message).Contains("Would you facilitate", StringComparison.Ordinal));

    private static async Task<string> PickerAsync(BotApp app, ScenarioIncident incident, string person)
    {
        await app.Slack.As(person).TypeAsync(incident.Channel, "/postmortem");
        await app.Slack.As(person).ClickAsync(app.Slack.OpenView(person)!, "facilitator_open");
        return ShownMessages.TextOf(app, app.Slack.OpenView(person)!);
    }
}
