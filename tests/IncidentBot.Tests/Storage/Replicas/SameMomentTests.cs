using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Storage.Replicas;

/// <summary>Both nodes do the same work at the same moment.</summary>
public sealed class SameMomentTests
{
    [Fact]
    public async Task An_event_that_reaches_both_at_once_is_processed_once()
    {
        await using var app = await TwoNodes.StartAsync();
        app.Balancer.ToAll = true;

        await app.Slack.As("maya").OpenHomeAsync();
        await app.SettleAsync();

        Assert.Single(await app.ReadAsync(db => db.Inbox.AsNoTracking().ToListAsync()));
        Assert.Single(app.Slack.Calls.Of("views.publish"));
    }

    [Fact]
    public async Task A_submission_that_reaches_both_at_once_declares_one_incident()
    {
        await using var app = await TwoNodes.StartAsync();
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"));
        app.Balancer.ToAll = true;

        await maya.SubmitAsync(form);
        await app.SettleAsync();

        Assert.Equal(1, await app.ReadAsync(db => db.Incidents.CountAsync()));
        Assert.Single(app.Slack.Channels.All, channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_that_reaches_both_at_once_acts_once()
    {
        await using var app = await TwoNodes.StartAsync();
        var incident = await Scenarios.WithoutLead(app);
        var card = app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null);
        app.Balancer.ToAll = true;

        await app.Slack.As("ben").ClickAsync(card, "role_claim", $"{incident.Number}:lead");
        await app.SettleAsync();

        Assert.Single(TextsIn(app, incident.Channel), text => text.Contains("is now incident lead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_both_find_due_is_sent_once()
    {
        await using var app = await TwoNodes.StartAsync();
        var incident = await Scenarios.WithoutLead(app);

        // Leadless for ten minutes and for thirty, an update due after thirty, every reading of the channel on the way.
        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.SweepAsync()));
        await app.SettleAsync();

        Assert.Equal(2, TextsIn(app, incident.Channel).Count(text => text.Contains("has no lead", StringComparison.Ordinal)));
        Assert.Single(TextsIn(app, incident.Channel), text => text.Contains("update is due", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Both nodes found the same reminder due; the slower one asks for the day's DM after the other has saved it.</summary>
    [Fact]
    public async Task A_reminder_that_the_other_node_has_just_sent_stays_in_its_dm()
    {
        await using var app = await TwoNodes.StartAsync();
        var reminder = await AtOnceToMayaAsync(app);
        await using var faster = app.Nodes[0].Services.CreateAsyncScope();
        await using var slower = app.Nodes[1].Services.CreateAsyncScope();
        var found = await Reminders(slower).UnsentAsync([reminder], CancellationToken.None);
        await Reminders(faster).SendAsync(reminder.Reader, [reminder], isForTheDay: true, app.Now, CancellationToken.None);

        await Reminders(slower).SendAsync(reminder.Reader, found, isForTheDay: false, app.Now, CancellationToken.None);
        await app.SettleAsync();

        Assert.Single(app.Slack.DmWith("maya"), message => message.Text.Contains("Checkout is down", StringComparison.Ordinal));
        await using var later = app.Services.CreateAsyncScope();
        Assert.NotNull(await Reminders(later).MessageOfTodayAsync(reminder.Reader, app.Now, CancellationToken.None));
    }

    private static PersonalReminders Reminders(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PersonalReminders>();

    /// <summary>What a SEV1's resolve makes due at once, not yet sent.</summary>
    private static async Task<DueReminder> AtOnceToMayaAsync(BotApp app)
    {
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident resolve");
        await app.Slack.As("maya").SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var due = new List<DueReminder>();
        foreach (var source in scope.ServiceProvider.GetServices<IReminderSource>())
        {
            due.AddRange(await source.DueAsync(app.Now, CancellationToken.None));
        }

        return Assert.Single(due, reminder => reminder.IsAtOnce && reminder.Reader.Id == app.IdOf("maya"));
    }

    [Fact]
    public async Task The_roles_of_someone_who_left_are_freed_and_announced_once()
    {
        await using var app = await TwoNodes.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();
        await app.WithoutDeliveriesAsync(() => Task.CompletedTask);
        await app.ReadAsync(db =>
            db.People
                .Where(person => person.Name == "ben")
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDeactivated, true)));

        await app.SweepAsync();
        await app.SettleAsync();

        Assert.Single(TextsIn(app, incident.Channel), text => text.Contains("no longer has an account", StringComparison.Ordinal));
        Assert.Null((await app.ReadAsync(db => db.Incidents.AsNoTracking().SingleAsync())).Lead);
    }

    [Fact]
    public async Task Cards_that_both_refresh_show_the_newest_state()
    {
        await using var app = await TwoNodes.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        (string Person, string Words)[] commands =
        [
            ("maya", "lead me"),
            ("ben", "scribe me"),
            ("ben", "sev 2"),
            ("maya", "status mitigated"),
            ("maya", "sev 1"),
        ];
        foreach (var (person, words) in commands)
        {
            await app.Slack.As(person).TypeAsync(incident.Channel, $"/incident {words}");
            await Task.WhenAll(app.Nodes.Select(node => node.Outbox.RunOnceAsync(CancellationToken.None)));
        }

        await app.SettleAsync();
        var card = app.Slack.PlainText(app.Slack.MessagesIn(incident.Channel).Single(message => message.Pin is not null));
        Assert.Contains("SEV1", card, StringComparison.Ordinal);
        Assert.Contains("Mitigated", card, StringComparison.Ordinal);
        Assert.Single(
            app.Slack.MessagesIn("incidents"), message => app.Slack.PlainText(message).Contains("Incident 1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_two_together_post_no_faster_than_Slack_allows()
    {
        await using var app = await TwoNodes.StartAsync();
        await QueueAsync(app, Enumerable.Range(1, 8).Select(number => ($"lane:{number}", $"Line {number}")));

        await app.SettleAsync();

        var posts = app.Slack.MessagesIn("incidents").Where(message => message.Text.StartsWith("Line", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, posts.Count);
        Assert.Equal(8, posts.Select(message => message.Ts.Split('.')[0]).Distinct().Count());
        Assert.DoesNotContain(app.Slack.Calls.Of("chat.postMessage"), call => !call.Ok);
    }

    [Fact]
    public async Task A_lane_keeps_its_order_whichever_node_works_on_it()
    {
        await using var app = await TwoNodes.StartAsync();
        await QueueAsync(app, Enumerable.Range(1, 12).Select(number => ("one lane", $"Line {number}")));

        await app.SettleAsync();

        Assert.Equal(
            Enumerable.Range(1, 12).Select(number => $"Line {number}"),
            app.Slack.MessagesIn("incidents")
                .Select(message => message.Text)
                .Where(text => text.StartsWith("Line", StringComparison.Ordinal)));
    }

    private static Task<int> QueueAsync(BotApp app, IEnumerable<(string Lane, string Text)> lines) => app.ReadAsync(db =>
    {
        foreach (var (lane, text) in lines)
        {
            var incidents = Address.Channel(app.Slack.Channels.Named("incidents").Id);
            db.Enqueue(lane, new Post(incidents, MessageContent.Paragraph(IncidentBot.Slack.Blocks.Mrkdwn.Text($"{text}"))), app.Now);
        }

        return db.SaveChangesAsync();
    });

    private static IEnumerable<string> TextsIn(BotApp app, string channel) => app.Slack.MessagesIn(channel)
        .Where(message => message.BotId is not null && message.Pin is null).Select(message => app.Slack.PlainText(message));
}
