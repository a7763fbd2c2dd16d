using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class ResolveIncidentTests
{
    [Fact]
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
    [Trait("Requirement", "D5")]
    public async Task The_time_to_the_post_mortem_counts_as_the_settings_say()
    {
        await using var app = await BotApp.StartAsync(("PostMortems:ClockStart", "Declared"), ("PostMortems:WorkingTime", "true"));

        var incident = await Scenarios.ResolvedSev1(app);
        var declared = (await app.ReadAsync(db => db.PostMortems.SingleAsync())).DueAt;
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 2");
        await app.SettleAsync();

        Assert.Equal(app.Now.AddHours(-1).AddDays(2), declared!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal(
            app.Now.AddHours(-1).AddDays(9),
            (await app.ReadAsync(db => db.PostMortems.SingleAsync())).DueAt!.Value,
            TimeSpan.FromMinutes(1));
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

        Assert.Equal(WhatHappenedModal.CallbackId, app.Slack.OpenView("maya")?.CallbackId);
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
            Assert.Single(Assert.Single(answers, answer => answer!.CallbackId == ResolveModal.CallbackId)!.Errors).Value,
            StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.PostMortems.CountAsync()));
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.StartsWith("Incident 1 is resolved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_resolve_form_asks_two_things_and_a_bad_end_is_said_beside_its_field()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(40));
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident status resolved");
        Assert.Equal(
            [ResolveModal.Blocks.EndedAt, ResolveModal.Blocks.Sentence], ShownMessages.InputsOf(app.Slack.OpenView("maya")!));

        foreach (var (end, reason) in new[] { ("2026-03-03T08:59:00Z", "before the start"), ("2026-03-03T09:45:00Z", "in the future") })
        {
            await maya.FillAsync(app.Slack.OpenView("maya")!, ("ended_at", end), ("sentence", "The cache was cold."));
            var refused = await maya.SubmitAsync(app.Slack.OpenView("maya")!);
            Assert.Contains(reason, refused!.Errors[ResolveModal.Blocks.EndedAt], StringComparison.Ordinal);
        }

        await maya.FillAsync(app.Slack.OpenView("maya")!, ("ended_at", "2026-03-03T09:30:00Z"));
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(("The cache was cold.", TimeSpan.FromMinutes(30)), (saved.Resolution, saved.Duration));
    }

    [Fact]
    public async Task Resolving_needs_no_sentence_and_the_write_up_asks_for_it()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident resolve");

        var next = await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();

        Assert.Equal(IncidentStatus.Resolved, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Status);
        await maya.CloseAsync(next!);
        Assert.Null(app.Slack.OpenView("maya"));
        var headline = app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);
        Assert.Contains(
            app.Slack.ThreadOf(headline),
            reply => ShownMessages.TextOf(app, reply).Contains("by @maya.", StringComparison.Ordinal));
        await maya.TypeAsync(incident.Channel, "/incident pm");
        Assert.Contains(
            "Say in two or three sentences what happened",
            ShownMessages.TextOf(app, app.Slack.OpenView("maya")!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_resolving_the_reasons_and_milestones_are_asked_for_filled_in_from_the_timeline()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev3(app);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident signal the oldest payment waited 9 minutes at 5 min ago");
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident signal payments waited at 10 min ago missed");
        var next = await Scenarios.ResolveAndBeAsked(app, incident);
        Assert.Contains(
            "Filled in from the timeline: first symptom, first alert", ShownMessages.TextOf(app, next!), StringComparison.Ordinal);
        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("is recommended", StringComparison.Ordinal));
        var maya = app.Slack.As("maya");

        var future = await maya.SubmitAsync(await maya.FillAsync(next!, ("Change", "2026-03-05T09:05:00Z")));
        Assert.Contains("in the future", future!.Errors["Change"], StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(
            future, ("triggers", "HappenedBefore,ReachedCustomers"), ("Change", "2026-03-03T09:05:00Z"), ("FirstAlert", "")));
        await app.SettleAsync();

        Assert.Null(app.Slack.OpenView("maya"));
        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(PostMortemTriggers.HappenedBefore | PostMortemTriggers.ReachedCustomers, saved.Triggers);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 5, 0, TimeSpan.Zero), saved.ReachedAt(Milestone.Change));
        Assert.Equal((9, null), (saved.ReachedAt(Milestone.FirstSymptom)?.Hour, saved.ReachedAt(Milestone.FirstAlert)));
        Assert.Equal(PostMortemNeed.Required, (await app.ReadAsync(db => db.PostMortems.SingleAsync())).Need);
        Assert.Contains(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("is required", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_left_for_later_is_asked_in_the_debrief_and_keeps_what_others_wrote()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev3(app);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var left = await Scenarios.ResolveAndBeAsked(app, incident);
        var (maya, ben) = (app.Slack.As("maya"), app.Slack.As("ben"));
        await ben.TypeAsync(incident.Channel, "/incident debrief");
        await ben.ClickAsync(app.Slack.OpenView("ben")!, CardActions.WhatHappened);
        await ben.SubmitAsync(await ben.FillAsync(
            app.Slack.OpenView("ben")!, ("triggers", "HappenedBefore"), ("Change", "2026-03-03T09:05:00Z")));

        var asked = await maya.SubmitAsync(await maya.FillAsync(left!, ("Change", "2026-03-03T09:10:00Z")));

        Assert.StartsWith("ben changed this field", asked!.Errors["Change"], StringComparison.Ordinal);
        await maya.CloseAsync(asked);
        await app.SettleAsync();
        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((PostMortemTriggers.HappenedBefore, 5), (saved.Triggers, saved.ReachedAt(Milestone.Change)!.Value.Minute));
        Assert.Equal("debrief", app.Slack.OpenView("ben")?.CallbackId);
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
