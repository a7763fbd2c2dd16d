using IncidentBot.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Slack.Handlers;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Recurrence;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Forms;

/// <summary>Every field takes what its own limit allows, whatever the signs become once they are escaped.</summary>
public sealed class FullFormsTests
{
    private const int MostPhases = 10;
    private const int FirstEntry = 6;

    private static readonly string Long = string.Concat(Enumerable.Repeat("&<>", 1000));

    /// <summary>They end what the other forms are about.</summary>
    private static readonly string[] Endings =
    [
        "resolve_open", "reopen_open", "post_mortem_waive_open", "post_mortem_publish", "post_mortem_archive", "room_next", "room_finish",
        "action_done", "action_drop", "post_mortem_item_remove", "remove", "correction_accept", "idea_park_rest",
        "incident_edit_open", "incident_cancel_open", "incident_duplicate_open",
    ];

    [Fact]
    [Trait("Engine", "both")]
    public async Task Every_form_takes_its_fields_filled_to_the_limit_with_signs_that_grow()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya");
        var crawler = new FormCrawler(app);
        crawler.Later.UnionWith(Endings);
        await maya.TypeAsync("general", $"/incident {Long[..120]}");
        await crawler.CrawlAsync("maya");
        var channel = (await app.ReadAsync(db => db.Channels.OrderBy(each => each.IncidentNumber).FirstAsync())).Name!;
        await TryDuringAsync(app, crawler, channel);
        await TryAfterAsync(app, crawler, channel);
        await TryAtTheEndAsync(app, crawler, channel);

        Assert.True(crawler.Failures.Count == 0, string.Join('\n', crawler.Failures));
        Assert.Empty(Submissions().Except(crawler.Callbacks));
    }

    private static async Task TryDuringAsync(BotApp app, FormCrawler crawler, string channel)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(channel, "/incident lead me");
        await app.Slack.As("ben").TypeAsync(channel, Long);
        var message = app.Slack.MessagesIn(channel)[^1];
        await maya.ReactAsync(message, "pushpin");
        await maya.TypeAsync(channel, "/incident edit");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("service", Long[..80])));
        foreach (var note in new[] { "a deploy", "an alert", "a graph", "a rollback" })
        {
            await app.Slack.As("ben").TypeAsync(channel, $"/incident note {note}");
        }

        foreach (var command in new[] { "edit", "update", "services", "timeline", "action", "resolve" })
        {
            await maya.TypeAsync(channel, $"/incident {command}");
            await crawler.CrawlAsync("maya", channel);
        }

        foreach (var shortcut in new[] { "timeline_add", "action_add" })
        {
            // The review of the timeline has taken in what was written before.
            await app.Slack.As("ben").TypeAsync(channel, $"{shortcut} {Long[40..]}");
            foreach (var each in new[] { app.Slack.MessagesIn(channel)[^1], message })
            {
                await maya.MessageShortcutAsync(shortcut, each);
                await crawler.CrawlAsync("maya", channel);
            }
        }
    }

    private static async Task TryAfterAsync(BotApp app, FormCrawler crawler, string channel)
    {
        var maya = app.Slack.As("maya");
        foreach (var command in new[]
            { "debrief", "pm schedule", "pm start", "pm", "actions", "near-miss", "report", "subscribe checkout" })
        {
            await maya.TypeAsync(channel, $"/incident {command}");
            await crawler.CrawlAsync("maya", channel, "incidents");
            await crawler.CrawlAsync("ben", channel);
        }

        await TryEachPhaseAsync(app, crawler, channel);
    }

    /// <summary>Either of them may have taken the board over on the way.</summary>
    private static async Task TryEachPhaseAsync(BotApp app, FormCrawler crawler, string channel)
    {
        Message Board() => app.Slack.MessagesIn(channel).Last(
            message => app.Slack.PlainText(message).StartsWith("Post-mortem of incident", StringComparison.Ordinal));
        string Phase() => app.Slack.PlainText(Board()).Split('\n')[1];

        for (var phase = 0; phase < MostPhases && app.Slack.PlainText(Board()).Contains("[Next: ", StringComparison.Ordinal); phase++)
        {
            var at = Phase();
            foreach (var person in new[] { "maya", "ben" }.TakeWhile(_ => Phase() == at))
            {
                await app.Slack.As(person).ClickAsync(Board(), "room_next");
                await app.SettleAsync();
            }

            // The first lines of a timeline are milestones; only entries have a form.
            for (var line = 0; line < FirstEntry && Phase().Contains(", Timeline", StringComparison.Ordinal); line++)
            {
                crawler.PressAgain("room_walk_on");
                await crawler.CrawlAsync("maya", channel);
            }

            await crawler.CrawlAsync("maya", channel, "incidents");
            await crawler.CrawlAsync("ben", channel);
        }

        // Until the whys were asked, everything was kept as an idea, and no list showed an action item. The owner answers first in a DM.
        crawler.Later.Add("action_accept");
        await AddItemAsync(app, crawler, channel);
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        await crawler.CrawlAsync("ben");
        await LookAtItemsAsync(crawler, channel);
        await crawler.CrawlAsync("ben", channel);
        crawler.Later.Remove("action_accept");
    }

    private static async Task AddItemAsync(BotApp app, FormCrawler crawler, string channel)
    {
        crawler.Again("action_item");
        await app.Slack.As("maya").TypeAsync(channel, "/incident action");
        await crawler.CrawlAsync("maya");
    }

    private static async Task LookAtItemsAsync(FormCrawler crawler, string channel)
    {
        crawler.PressAgain("actions_open");
        await crawler.CrawlAsync("maya", channel);
    }

    /// <summary>What is asked of a finished post-mortem, weeks later, and what ends things.</summary>
    private static async Task TryAtTheEndAsync(BotApp app, FormCrawler crawler, string channel)
    {
        // One action item is dropped, and the other one is done later.
        crawler.Later.Add("effect_achieved");
        crawler.Later.Remove("action_drop");
        await AddItemAsync(app, crawler, channel);
        await LookAtItemsAsync(crawler, channel);
        crawler.Later.ExceptWith(
            ["room_finish", "post_mortem_publish", "action_done", "correction_accept", "idea_park_rest"]);
        foreach (var command in new[] { "pm", "pm publish", "pm", "actions mine" })
        {
            await app.Slack.As("maya").TypeAsync(channel, $"/incident {command}");
            await app.SettleAsync();
            await crawler.CrawlAsync("maya", channel, "incidents");
            await crawler.CrawlAsync("ben", channel, "incidents");
        }

        await LookAtItemsAsync(crawler, channel);
        foreach (var days in new[] { 2, 35, 45 })
        {
            await app.AdvanceAsync(TimeSpan.FromDays(days));
            await crawler.CrawlAsync("ben", channel, "incidents");
            await crawler.CrawlAsync("maya", channel, "incidents");
        }

        await TryLinkingAsync(app, crawler);
        crawler.Later.Clear();
        foreach (var command in new[] { "pm", "causes", "reopen", "edit" })
        {
            await app.Slack.As("ben").TypeAsync(channel, $"/incident {command}");
            await crawler.CrawlAsync("ben", channel);
        }

        await TryPreparationAsync(app, crawler);
        await TryWaivingAsync(app, crawler);
        await TryInvestigationAsync(app, crawler);
    }

    /// <summary>A cancelled incident is no duplicate, and a published post-mortem can't be waived, so this takes other incidents.</summary>
    private static async Task TryWaivingAsync(BotApp app, FormCrawler crawler)
    {
        var first = await Scenarios.DeclaredSev2(app);
        await app.Slack.As("tom").TypeAsync(first.Channel, "/incident lead me");
        await app.Slack.As("tom").TypeAsync(first.Channel, "/incident edit");
        await app.Slack.As("tom").ClickAsync(app.Slack.OpenView("tom")!, "incident_duplicate_open");
        await crawler.CrawlAsync("tom");
        var second = await Scenarios.DeclaredSev1(app);
        await Scenarios.Resolve(app, second);
        await app.Slack.As("maya").TypeAsync(second.Channel, "/incident pm");
        await crawler.CrawlAsync("maya");
    }

    /// <summary>There must be a link before one can be removed.</summary>
    private static async Task TryLinkingAsync(BotApp app, FormCrawler crawler)
    {
        var incident = await Scenarios.DeclaredSev2(app);
        foreach (var command in new[] { "link", "unlink" })
        {
            await app.Slack.As("tom").TypeAsync(incident.Channel, $"/incident {command}");
            await crawler.CrawlAsync("tom");
        }
    }

    /// <summary>Before a meeting, whoever is asked answers in a DM.</summary>
    private static async Task TryPreparationAsync(BotApp app, FormCrawler crawler)
    {
        var maya = app.Slack.As("maya");
        var incident = await ResolvedIncident.Sev2(app);
        await maya.ClickAsync(await incident.OpenOverviewAsync(), PostMortemActions.AskPeople);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("people", "ben")));
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await app.SettleAsync();
        await crawler.CrawlAsync("ben");
    }

    /// <summary>It takes three incidents with one cause.</summary>
    private static async Task TryInvestigationAsync(BotApp app, FormCrawler crawler)
    {
        for (var incident = 1; incident <= 3; incident++)
        {
            await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await crawler.CrawlAsync("tom", "incidents");
    }

    private static IEnumerable<string> Submissions() =>
        SlackRoutes.Create(new IncidentsOptions()).Routes.Where(route => route.Kind == SlackRouteKind.Submission).Select(route => route.Id);
}
