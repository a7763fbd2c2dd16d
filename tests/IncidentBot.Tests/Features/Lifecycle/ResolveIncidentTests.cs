using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class ResolveIncidentTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Resolving_posts_a_card_with_the_next_steps()
    {
        await using var app = await BotApp.StartAsync();

        var incident = await Scenarios.ResolvedSev1(app);

        var postMortem = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal((PostMortemNeed.Required, app.Now.AddHours(48).Date), (postMortem.Need, postMortem.DueAt!.Value.Date));
        var card = ShownMessages.TextOf(app, ShownMessages.Latest(app, incident.Channel));
        Assert.Contains("Lasted 1 h", card, StringComparison.Ordinal);
        Assert.Contains("A post-mortem is required", card, StringComparison.Ordinal);
        Assert.Contains("5.  Open the post-mortem", card, StringComparison.Ordinal);
        Assert.Equal("SEV1 · Resolved · lead maya · PM due Thu 10:00 UTC", app.Slack.Channels.Named(incident.Channel).Topic.Value);
        Assert.Contains(
            app.Slack.Bookmarks.In(app.Slack.Channels.Named(incident.Channel).Id), bookmark => bookmark.Title == BookmarkTitles.PostMortem);
        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.BotId is not null && message.ThreadTs is null);
    }

    [Fact]
    public async Task An_incident_of_three_days_and_two_hours_still_lasts_74_hours_ten_days_later()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        await app.AdvanceAsync(TimeSpan.FromHours(74));

        await Scenarios.Resolve(app, incident);
        await app.AdvanceAsync(TimeSpan.FromDays(10));

        var duration = (await app.ReadAsync(db => db.Incidents.SingleAsync())).Duration!.Value;
        Assert.Equal("74 h", IncidentDuration.InHours(duration));
        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("Lasted 3 d 2 h", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editing_a_closed_incident_does_not_change_its_duration()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var before = await app.ReadAsync(db => db.Incidents.SingleAsync());
        await app.AdvanceAsync(TimeSpan.FromDays(3));
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(incident.Channel, "/incident sev 2");
        await maya.TypeAsync(incident.Channel, "/incident role scribe @ben");
        await app.SettleAsync();

        var after = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(Severity.Sev2, after.Severity);
        Assert.Equal((before.Duration, before.EndedAt, before.ResolvedAt), (after.Duration, after.EndedAt, after.ResolvedAt));
    }

    [Fact]
    public async Task Two_people_who_declare_at_once_get_two_numbers()
    {
        await using var app = await BotApp.StartAsync();
        string[] people = ["maya", "ben"];
        foreach (var person in people)
        {
            await app.Slack.As(person).TypeAsync("general", $"/incident Declared by {person}");
        }

        await Task.WhenAll(people.Select(person => app.Slack.As(person).SubmitAsync(app.Slack.OpenView(person)!)));
        await app.SettleAsync();

        var numbers = await app.ReadAsync(
            db => db.Incidents.OrderBy(incident => incident.Number).Select(incident => incident.Number).ToListAsync());
        Assert.Equal([1, 2], numbers);
        Assert.Equal(2, await app.ReadAsync(db => db.Channels.Select(channel => channel.OwnId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_reopened_incident_stays_open_until_someone_resolves_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(9));

        var postMortem = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Null(postMortem.DueAt);
        Assert.Equal(IncidentStatus.Investigating, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Status);
    }

    [Fact]
    public async Task Submitting_the_resolve_form_twice_resolves_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident resolve");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("sentence", "The pool was too small."));

        await Task.WhenAll(maya.SubmitAsync(modal), maya.SubmitAsync(modal));
        await app.SettleAsync();

        Assert.Null(app.Slack.OpenView("maya"));
        Assert.Equal(1, await app.ReadAsync(db => db.PostMortems.CountAsync()));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.StartsWith("Incident 1 is resolved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_two_people_resolve_at_once_the_second_is_told_who_was_first()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        string[] people = ["maya", "ben"];
        foreach (var person in people)
        {
            await app.Slack.As(person).TypeAsync(incident.Channel, "/incident resolve");
            await app.Slack.As(person).FillAsync(app.Slack.OpenView(person)!, ("sentence", $"{person} saw it end"));
        }

        var answers = await Task.WhenAll(people.Select(person => app.Slack.As(person).SubmitAsync(app.Slack.OpenView(person)!)));
        await app.SettleAsync();

        Assert.Contains(
            "already resolved this incident",
            Assert.Single(Assert.Single(answers, answer => answer is not null)!.Errors).Value,
            StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.PostMortems.CountAsync()));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.StartsWith("Incident 1 is resolved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_resolve_form_saves_milestones_and_post_mortem_reasons()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(40));
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident status resolved");

        var modal = await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("sentence", "The cache was cold."), ("triggers", "HappenedBefore,ReachedCustomers"), ("FirstAlert", "2026-03-03T09:05:00Z"));
        await maya.SubmitAsync(modal);

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(PostMortemTriggers.HappenedBefore | PostMortemTriggers.ReachedCustomers, saved.Triggers);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 5, 0, TimeSpan.Zero), saved.ReachedAt(Milestone.FirstAlert));
    }

    [Fact]
    public async Task Changing_the_severity_recalculates_the_deadline_from_the_same_start()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var before = await app.ReadAsync(db => db.PostMortems.SingleAsync());

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 3");
        await app.SettleAsync();

        var after = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal((PostMortemNeed.Recommended, before.DueAt!.Value.AddDays(5)), (after.Need, after.DueAt!.Value));
    }

    [Fact]
    public async Task Reopening_puts_the_deadline_on_hold_and_the_next_resolve_restarts_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.Reopen);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("reason", "The errors are back")));
        await app.SettleAsync();
        var onHold = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Null(onHold.DueAt);
        Assert.Contains("The errors are back", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromHours(3));
        await Scenarios.Resolve(app, incident);

        var restarted = await app.ReadAsync(db => db.PostMortems.SingleAsync());
        Assert.Equal(PostMortemState.Due, restarted.State);
        Assert.InRange(restarted.DueAt!.Value - app.Now, TimeSpan.FromHours(47.9), TimeSpan.FromHours(48));
        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("was reopened", StringComparison.Ordinal));
    }
}
