using System.Globalization;
using System.Text.Json;
using IncidentBot.Domain.Causes;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Causes;

/// <summary>A gap gets a class where it is written; classes are suggested with reasons, renamed, merged and split.</summary>
public sealed class CauseClassTests
{
    private const string NewClass = "None of these: new class";
    private const string Gap = "Nothing limits how many connections of the pool one client takes";
    private const string Class = "Shared pool without a limit";

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_class_is_named_with_its_gap_suggested_with_reasons_renamed_split_and_merged()
    {
        await using var app = await BotApp.StartAsync();
        var first = await ResolvedIncident.Sev1(app);
        await NameAsync(app, first);
        await PrintAsync(app, first);
        var second = await ResolvedIncident.Sev2(app);
        await ChooseAsync(app, second);
        await RefuseAsync(app, second);

        await RenameAsync(app);
        await SplitTwiceAsync(app, second.Number);
        await MergeTwiceAsync(app);
        await DuplicateAsync(app, second);
    }

    [Fact]
    public async Task A_private_incident_counts_for_its_class_without_showing_its_number_or_words()
    {
        await using var app = await BotApp.StartAsync();
        var hidden = await ResolvedIncident.Private(app);
        await hidden.WriteAsync("whys", ("symptom", "Payments failed"), ("gap", Gap), ("cause_name", Class));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        var open = await ResolvedIncident.Sev2(app);
        var ben = app.Slack.As("ben");

        await ben.ClickAsync(await open.OpenOverviewAsync("ben"), "post_mortem_section_open", $"{open.Number}:whys");
        await ben.FillAsync(app.Slack.OpenView("ben")!, ("gap", "One client takes all connections of the pool"));
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "post_mortem_causes_suggest");

        Assert.Contains((Class, "seen once"), Options(app.Slack.OpenView("ben")!, "cause"));
        await ben.CloseAsync(app.Slack.OpenView("ben")!, all: true);
        await ben.TypeAsync("general", "/incident causes");
        Assert.Contains($"{Class} · 1 incident", ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        Assert.DoesNotContain("last in incident", ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "cause_open");
        var page = ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);
        Assert.Contains("And 1 private", page, StringComparison.Ordinal);
        Assert.DoesNotContain("connections", page, StringComparison.Ordinal);
    }

    /// <summary>There is no class to choose from yet, so only a name is asked.</summary>
    private static async Task NameAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_section_open", $"{incident.Number}:whys");
        var form = app.Slack.OpenView("maya")!;
        Assert.DoesNotContain("post_mortem_causes_suggest", form.Blocks.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(NewClass, form.Blocks.GetRawText(), StringComparison.Ordinal);
        await maya.SubmitAsync(await maya.FillAsync(form, ("symptom", "Payments failed"), ("gap", Gap), ("cause_name", Class)));
        await app.SettleAsync();

        Assert.Equal([Class], await ClassesAsync(app));
    }

    private static async Task PrintAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview", incident.Number.ToString(CultureInfo.InvariantCulture));
        Assert.Contains($"Cause class: {Class}", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }

    /// <summary>The gap as it is typed decides what is suggested; nothing that was typed is lost.</summary>
    private static async Task ChooseAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_section_open", $"{incident.Number}:whys");
        await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("symptom", "Search was slow"), ("gap", "A client may take every connection of the pool"));
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_causes_suggest");

        var suggested = Options(app.Slack.OpenView("maya")!, "cause").Single(option => option.Text == Class);
        Assert.Equal("shares connection pool, client, last seen in incident 1", suggested.Description);
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("cause", Class));
        await maya.SubmitAsync(form);
        await app.SettleAsync();

        Assert.Equal("Search was slow", (await incident.ReadAsync()).WriteUp.WhyChain.StartSymptom);
        Assert.Equal([1, 2], await IncidentsOfAsync(app, Class));
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }

    /// <summary>A new class needs a name; the name of a known class is that class, however it is spelled.</summary>
    private static async Task RefuseAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(await incident.OpenOverviewAsync(), "post_mortem_section_open", $"{incident.Number}:whys");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("cause", NewClass)));
        Assert.Contains("cause_name", app.Slack.OpenView("maya")!.Errors.Keys);
        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("cause", NewClass), ("cause_name", " shared POOL without a limit")));
        await app.SettleAsync();

        Assert.Equal([Class], await ClassesAsync(app));
        await maya.CloseAsync(app.Slack.OpenView("maya")!, all: true);
    }

    private static async Task RenameAsync(BotApp app)
    {
        await OpenPageAsync(app, Class);
        var maya = app.Slack.As("maya");
        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("name", "Unlimited pool"),
            ("sentence", "One client starves others"),
            ("synonyms", "starvation")));

        var list = ShownMessages.TextOf(app, app.Slack.OpenView("maya")!);
        Assert.Contains("Unlimited pool · 2 incidents · last in incident 2", list, StringComparison.Ordinal);
        Assert.Contains("One client starves others", list, StringComparison.Ordinal);
    }

    private static async Task SplitTwiceAsync(BotApp app, int number)
    {
        for (var press = 0; press < 2; press++)
        {
            var page = await OpenPageAsync(app, "Unlimited pool");
            var gaps = Options(page, "split_gaps").Select(option => option.Text).ToList();
            if (gaps.Find(text => text.StartsWith($"Incident {number}:", StringComparison.Ordinal)) is { } gap)
            {
                var maya = app.Slack.As("maya");
                await maya.SubmitAsync(await maya.FillAsync(page, ("split_gaps", gap), ("split_name", "Slow index")));
            }
        }

        Assert.Equal([1], await IncidentsOfAsync(app, "Unlimited pool"));
        Assert.Equal([2], await IncidentsOfAsync(app, "Slow index"));
    }

    private static async Task MergeTwiceAsync(BotApp app)
    {
        var page = await OpenPageAsync(app, "Slow index");
        var maya = app.Slack.As("maya");
        var form = await maya.FillAsync(page, ("merge_into", "Unlimited pool"));
        await Task.WhenAll(maya.SubmitAsync(form), maya.SubmitAsync(form));

        var list = ShownMessages.TextOf(app, app.Slack.OpenView("maya")!);
        Assert.Contains("Unlimited pool · 2 incidents", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Slow index", list, StringComparison.Ordinal);
        var history = ShownMessages.TextOf(app, await OpenPageAsync(app, "Unlimited pool"));
        Assert.Single(history.Split('\n'), line => line.Contains("“Slow index” merged into this class", StringComparison.Ordinal));
        Assert.Contains("renamed from “Shared pool without a limit” to “Unlimited pool”", history, StringComparison.Ordinal);
    }

    /// <summary>A duplicate counts neither in the list nor where classes are suggested.</summary>
    private static async Task DuplicateAsync(BotApp app, ResolvedIncident incident)
    {
        var maya = app.Slack.As("maya");
        await CloseAsync(app);
        await maya.TypeAsync(incident.Channel, "/incident reopen The errors are back");
        await maya.TypeAsync(incident.Channel, "/incident duplicate of 1");
        await app.SettleAsync();

        await maya.TypeAsync("general", "/incident causes");

        Assert.Contains(
            "Unlimited pool · 1 incident · last in incident 1",
            ShownMessages.TextOf(app, app.Slack.OpenView("maya")!),
            StringComparison.Ordinal);
        await CloseAsync(app);
        var third = await ResolvedIncident.Sev2(app);
        await maya.ClickAsync(await third.OpenOverviewAsync(), "post_mortem_section_open", $"{third.Number}:whys");
        await maya.FillAsync(app.Slack.OpenView("maya")!, ("gap", "Our unlimited pool again"));
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_causes_suggest");
        var suggested = Options(app.Slack.OpenView("maya")!, "cause").Single(option => option.Text == "Unlimited pool");
        Assert.EndsWith("last seen in incident 1", suggested.Description, StringComparison.Ordinal);
    }

    private static async Task CloseAsync(BotApp app)
    {
        if (app.Slack.OpenView("maya") is { } open)
        {
            await app.Slack.As("maya").CloseAsync(open, all: true);
        }
    }

    private static async Task<View> OpenPageAsync(BotApp app, string name)
    {
        var maya = app.Slack.As("maya");
        await CloseAsync(app);
        await maya.TypeAsync("general", "/incident causes");
        var id = await app.ReadAsync(db => db.CauseClasses.Where(each => each.Name == name).Select(each => each.Id).SingleAsync());
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "cause_open", id.ToString("N"));
        return app.Slack.OpenView("maya")!;
    }

    private static Task<List<string>> ClassesAsync(BotApp app) =>
        app.ReadAsync(db => db.CauseClasses.Select(each => each.Name).ToListAsync());

    private static async Task<IEnumerable<int>> IncidentsOfAsync(BotApp app, string name) => await app.ReadAsync(async db =>
    {
        var classes = new CauseClasses(await db.CauseClasses.ToListAsync());
        var causes = await db.GapCauses.OrderBy(cause => cause.IncidentNumber).ToListAsync();
        return causes.Where(cause => classes.RootOf(cause.Class)?.Name == name).Select(cause => cause.IncidentNumber).ToList();
    });

    private static List<(string Text, string Description)> Options(View view, string block) =>
    [
        .. view.Blocks.EnumerateArray()
            .Single(each => each.TryGetProperty("block_id", out var id) && id.GetString() == block)
            .GetProperty("element").GetProperty("options").EnumerateArray()
            .Select(option => (TextOf(option, "text"), TextOf(option, "description"))),
    ];

    private static string TextOf(JsonElement option, string member) =>
        option.TryGetProperty(member, out var text) ? text.GetProperty("text").GetString()! : "";
}
