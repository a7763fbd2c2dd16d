using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Features.Timelines;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>Milestones are set, corrected and cleared from the timeline at any time; earlier texts and times stay readable.</summary>
public sealed class MilestoneTests
{
    private static readonly DateTimeOffset Declared = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Engine", "both")]
    public async Task Milestones_are_edited_after_the_incident_and_the_history_of_the_timeline_says_who_did()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident note the pool was full");
        await maya.TypeAsync(incident.Channel, "/incident timeline");
        var review = app.Slack.OpenView("maya")!;
        await maya.ClickAsync(review, CardActions.EditMilestones);

        var future = await maya.FillAsync(app.Slack.OpenView("maya")!, ("FirstAlert", Unix(Declared.AddDays(2))));
        var refused = await maya.SubmitAsync(future);
        Assert.Equal("FirstAlert", Assert.Single(refused!.Errors).Key);

        await maya.FillAsync(refused, ("FirstAlert", Unix(Declared.AddMinutes(2))), ("AllClear", ""));
        await maya.SubmitAsync(refused);
        await app.SettleAsync();

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((Declared.AddMinutes(2), null), (saved.ReachedAt(Milestone.FirstAlert), saved.ReachedAt(Milestone.AllClear)));
        Assert.Contains("First alert", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Contains(
            "First alert 2026-03-03 09:02 UTC by @maya", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);

        await EditNoteAsync(app, "the connection pool was full");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, CardActions.TimelineHistory);

        var history = ShownMessages.TextOf(app, app.Slack.OpenView("maya")!);
        Assert.Contains("“the pool was full” → “the connection pool was full”", history, StringComparison.Ordinal);
        Assert.Contains("All clear 2026-03-03 10:00 UTC → none by @maya", history, StringComparison.Ordinal);
    }

    private static async Task EditNoteAsync(BotApp app, string text)
    {
        var maya = app.Slack.As("maya");
        var note = await app.ReadAsync(db => db.TimelineEntries.SingleAsync());
        await maya.SelectAsync(app.Slack.OpenView("maya")!, ReviewModal.EntryMenu, $"edit:{note.Id:N}");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", text)));
        await app.SettleAsync();
    }

    private static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
