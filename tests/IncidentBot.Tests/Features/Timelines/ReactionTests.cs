using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Timelines;

public sealed class ReactionTests
{
    private const string Check = "white_check_mark";

    [Fact]
    public async Task A_reaction_adds_the_message_at_its_own_time_and_the_bot_acknowledges_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Rolled back to 4.1");
        app.Time.Advance(TimeSpan.FromMinutes(20));

        await app.Slack.As("gail").ReactAsync(said, "pushpin");
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Rolled back to 4.1", EntryKind.Event, "ben"), (entry.Text, entry.Kind, entry.AuthorName));
        Assert.Equal(MessageTs.At(said.Ts).Value, entry.At);
        Assert.Contains(Check, app.ReactionsTo(said));
    }

    [Fact]
    public async Task The_card_and_help_list_the_configured_emoji()
    {
        await using var app = await BotApp.StartAsync(
            ("Timeline:EventEmoji", ":round_pushpin: :pushpin:"), ("Timeline:SignalEmoji", ""), ("Timeline:ActionIdeaEmoji", "wrench"));
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync("general", "/incident help");

        Assert.Contains(
            ":round_pushpin: event · :no_bell: missed signal · :scales: decision · :parking: question · :wrench: action idea",
            app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]),
            StringComparison.Ordinal);
        Assert.Contains(
            ":round_pushpin: event · :no_bell: missed signal · :scales: decision",
            ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reacting_to_a_thread_reply_adds_the_reply()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var root = await app.SaysAsync("ben", incident, "Looking at the database");
        var reply = (await app.Slack.As("aiko").TypeAsync(incident.Channel, "The replica is 20 minutes behind", root.Ts)).Message!;
        await app.SaysAsync("ben", incident, "Something else");
        await app.SettleAsync();
        await app.ForgetMessagesAsync();

        await app.Slack.As("maya").ReactAsync(reply, "satellite_antenna");
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(
            ("The replica is 20 minutes behind", EntryKind.Signal, SignalState.Fired), (entry.Text, entry.Kind, entry.SignalState));
        Assert.Equal((reply.Ts, root.Ts), (entry.Ts, entry.ThreadTs));
    }

    [Fact]
    public async Task The_entry_is_removed_with_the_last_reaction_and_follows_edits_and_deletion()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        var said = await app.SaysAsync("ben", incident, "Restarted payment");
        await maya.ReactAsync(said, "pushpin");
        await ben.ReactAsync(said, "pushpin");
        await app.SettleAsync();

        await maya.UnreactAsync(said, "pushpin");
        await app.SettleAsync();
        Assert.Single(await app.EntriesAsync());

        await ben.UnreactAsync(said, "pushpin");
        await app.SettleAsync();
        Assert.Empty(await app.EntriesAsync());
        Assert.DoesNotContain(Check, app.ReactionsTo(said));

        await maya.ReactAsync(said, "pushpin");
        await ben.EditAsync(said, "Restarted payments");
        await app.SettleAsync();
        var edited = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Restarted payments", "Restarted payment"), (edited.Text, Assert.Single(edited.EarlierTexts).Text));

        await ben.DeleteAsync(said);
        await app.SettleAsync();
        var marked = Assert.Single(await app.EntriesAsync());
        Assert.Equal(("Restarted payments", true), (marked.Text, marked.MessageDeletedAt is not null));
    }

    [Fact]
    public async Task Replacing_the_reaction_changes_the_kind_of_the_entry()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        var said = await app.SaysAsync("alertmanager", incident, "Disk almost full");
        await maya.ReactAsync(said, "pushpin");
        await app.SettleAsync();

        await maya.ReactAsync(said, "no_bell");
        await maya.UnreactAsync(said, "pushpin");
        await app.SettleAsync();

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal((EntryKind.Signal, SignalState.Missed), (entry.Kind, entry.SignalState));
        Assert.Contains(Check, app.ReactionsTo(said));
    }

    [Fact]
    public async Task Questions_are_parked_and_ideas_collected_until_the_reaction_is_removed()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        var question = await app.SaysAsync("ben", incident, "Why was nobody paged?");
        var idea = await app.SaysAsync("ben", incident, "We need an alert on replica lag");
        await maya.ReactAsync(question, "parking");
        await maya.ReactAsync(idea, "hammer_and_wrench");
        await app.SettleAsync();

        Assert.Equal(
            "Why was nobody paged?", Assert.Single(await app.ReadAsync(db => db.ParkedQuestionsAsync(incident.Number, default))).Text);
        var collected = Assert.Single(await app.ReadAsync(db => db.ActionIdeas.ToListAsync()));
        Assert.Equal(
            ("We need an alert on replica lag", $"{idea.Channel}:{idea.Ts}", IdeaState.Collected),
            (collected.Text, collected.Source, collected.State));
        Assert.Empty(await app.EntriesAsync());
        Assert.Contains(Check, app.ReactionsTo(question));

        await maya.UnreactAsync(question, "parking");
        await maya.UnreactAsync(idea, "hammer_and_wrench");
        await app.SettleAsync();

        Assert.Empty(await app.ReadAsync(db => db.ParkedQuestionsAsync(incident.Number, default)));
        Assert.Equal(IdeaState.Discarded, Assert.Single(await app.ReadAsync(db => db.ActionIdeas.ToListAsync())).State);
        Assert.DoesNotContain(Check, app.ReactionsTo(idea));
    }

    [Fact]
    public async Task Pins_by_people_are_events_but_the_bots_own_pin_is_not()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        Assert.Empty(await app.EntriesAsync());
        var said = await app.SaysAsync("ben", incident, "Deploy 4.2 went live");
        var maya = app.Slack.As("maya");

        await maya.PinAsync(said);
        await app.SettleAsync();
        Assert.Equal(EntrySource.Pin, Assert.Single(await app.EntriesAsync()).Source);

        await maya.UnpinAsync(said);
        await app.SettleAsync();
        Assert.Empty(await app.EntriesAsync());
    }

    [Fact]
    public async Task Reactions_elsewhere_and_reactions_without_a_meaning_do_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Hello");
        var elsewhere = (await app.Slack.As("ben").TypeAsync("general", "Lunch?")).Message!;

        await app.Slack.As("maya").ReactAsync(said, "tada");
        await app.Slack.As("maya").ReactAsync(elsewhere, "pushpin");
        await app.SettleAsync();

        Assert.Empty(await app.EntriesAsync());
    }

    [Fact]
    public async Task The_service_does_not_start_with_an_emoji_that_means_two_things()
    {
        var refused = await Assert.ThrowsAsync<IncidentBot.Storage.StartRefusedException>(
            () => BotApp.StartAsync(("Timeline:DecisionEmoji", "pushpin")));

        Assert.Contains("pushpin", refused.Message, StringComparison.Ordinal);
    }
}
