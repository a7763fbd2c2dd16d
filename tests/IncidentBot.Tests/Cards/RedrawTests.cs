using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Cards;

/// <summary>A saved change redraws the cards that show it, and no others. The code that saves names no card.</summary>
[Trait("Engine", "both")]
public sealed class RedrawTests
{
    private static readonly PersonId Maya = new("U0000MAYA");

    [Fact]
    public async Task A_changed_incident_redraws_its_headline_its_card_and_its_topic()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev1(app);

        Assert.Equal(["headline:1", "status_card:1", "topic:1"], await SaveAsync(app, ChangeSeverityAsync));
    }

    [Fact]
    public async Task Two_changes_before_the_first_is_sent_leave_one_row_for_each_card()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev1(app);
        await SaveAsync(app, ChangeSeverityAsync);

        Assert.Equal(["headline:1", "status_card:1", "topic:1"], await SaveAsync(app, async db =>
        {
            var incident = await db.Incidents.SingleAsync();
            Assert.True(incident.ChangeSeverity(Severity.Sev2, incident.DeclaredBy, app.Now).Ok);
        }));
    }

    [Fact]
    public async Task What_no_card_shows_enqueues_nothing_and_asks_the_database_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.ResolvedSev1(app);
        var commands = 0;

        var rows = await SaveAsync(app, async db =>
        {
            var postMortem = await db.PostMortems.SingleAsync();
            postMortem.DeclineFacilitating(Maya, app.Now);
            db.HandledRequests.Add(new HandledRequest { Key = "test", At = app.Now, Outcome = "" });
        });
        await app.ReadAsync(async db =>
        {
            var person = await db.People.OrderBy(person => person.Id).FirstAsync();
            person.Name += " (on call)";
            using (new CommandWatch(db, _ => commands++))
            {
                return await db.SaveChangesAsync();
            }
        });

        Assert.Empty(rows);
        Assert.Equal(1, commands);
    }

    [Fact]
    public async Task An_entry_redraws_the_board_only_while_the_meeting_runs()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);

        Assert.Empty(await SaveAsync(app, db => AddEntryAsync(db, app.Now)));

        await new RunningMeeting(app, incident).StartAsync("maya", "standard-90");
        Assert.Equal(["board:1"], await SaveAsync(app, db => AddEntryAsync(db, app.Now)));
    }

    [Fact]
    public async Task An_action_item_redraws_the_home_tabs_of_both_owners_also_once_it_is_done()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.ResolvedSev1(app);
        var (ben, rights) = (new PersonId("U0000000BEN"), ActionItemRights.Of(Maya, null, Maya));
        var added = await SaveAsync(app, db =>
        {
            var draft = new ActionDraft("Alert on the pool", new ActionOwner(ben, "UTC"), new DateOnly(2026, 3, 20));
            db.ActionItems.Add(ActionItem.Create(Guid.NewGuid(), 1, draft, false, Maya, app.Now).Value!);
            return Task.CompletedTask;
        });

        // What is redrawn for the new item must not stand for what is redrawn later.
        await app.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        var moved = await SaveAsync(app, async db =>
            Assert.True((await db.ActionItems.SingleAsync()).Reassign(new ActionOwner(Maya, "UTC"), Maya, rights, app.Now).Ok));

        await app.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        var postponed = await SaveAsync(app, async db =>
            Assert.True((await db.ActionItems.SingleAsync()).NewDate(new(2026, 3, 27), "It ships later", Maya, rights, app.Now).Ok));
        await app.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        var done = await SaveAsync(app, async db =>
            Assert.True((await db.ActionItems.SingleAsync()).Complete(Maya, rights, app.Now).Ok));

        Assert.Equal([$"home:{ben}"], added);
        Assert.Equal([$"home:{Maya}", $"home:{ben}"], moved);
        Assert.Equal([$"home:{Maya}"], postponed);
        Assert.Equal([$"home:{Maya}"], done);
    }

    [Fact]
    public async Task A_correction_posts_its_card_and_redraws_the_draft()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_held");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");
        await app.SettleAsync();
        var id = Guid.NewGuid();

        var rows = await SaveAsync(app, async db =>
        {
            var postMortem = await db.PostMortems.SingleAsync();
            Assert.True(postMortem.WriteUp.SendCorrection(id, "It was 16:47", DocumentSection.Timeline, Maya, app.Now).Ok);
        });

        Assert.Equal([$"correction:1:{id:N}", "draft:1"], rows);
    }

    private static async Task ChangeSeverityAsync(IncidentDb db)
    {
        var incident = await db.Incidents.SingleAsync();
        Assert.True(incident.ChangeSeverity(Severity.Sev3, incident.DeclaredBy, incident.DeclaredAt.AddMinutes(1)).Ok);
    }

    private static Task AddEntryAsync(IncidentDb db, DateTimeOffset now)
    {
        var entry = new NewEntry(1, EntryKind.Event, EntrySource.Manual, now, "Rolled back", "Maya");
        db.TimelineEntries.Add(TimelineEntry.Create(Guid.NewGuid(), entry, now).Value!);
        return Task.CompletedTask;
    }

    /// <summary>Saves a change as any handler would. Returns the rows that then wait to be sent.</summary>
    private static Task<List<string>> SaveAsync(BotApp app, Func<IncidentDb, Task> change) => app.ReadAsync(async db =>
    {
        await change(db);
        await db.SaveChangesAsync();
        return await db.Outbox.AsNoTracking().Where(row => row.State == LaneRowState.Waiting).OrderBy(row => row.Id)
            .Select(row => row.Card ?? row.Kind).ToListAsync();
    });
}
