using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Sandbox.State;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>An incident that maya led and resolved a moment ago, and what its post-mortem's tests do again and again.</summary>
internal sealed class ResolvedIncident(BotApp app, ScenarioIncident incident)
{
    public int Number => incident.Number;

    public string Channel => incident.Channel;

    public Message Headline =>
        app.Slack.MessagesIn("incidents").First(
            message => app.Slack.PlainText(message).Contains($"Incident {Number}:", StringComparison.Ordinal));

    public static Task<ResolvedIncident> Sev1(BotApp app) => ResolveAsync(app, Scenarios.DeclaredSev1(app));

    /// <summary>Maya declared and resolved it; no one led it.</summary>
    public static async Task<ResolvedIncident> WithoutLead(BotApp app)
    {
        var incident = await Scenarios.WithoutLead(app);
        await Scenarios.Resolve(app, incident);
        return new ResolvedIncident(app, incident);
    }

    public static Task<ResolvedIncident> Private(BotApp app) => ResolveAsync(app, DeclarePrivateAsync(app));

    public static Task<ResolvedIncident> Sev2(BotApp app) => ResolveAsync(app, Scenarios.DeclaredSev2(app));

    /// <summary>The overview as this person has it in front of them.</summary>
    public async Task<View> OpenOverviewAsync(string person = "maya")
    {
        await app.Slack.As(person).TypeAsync(Channel, "/postmortem");
        return app.Slack.OpenView(person) ?? throw new InvalidOperationException(app.Traffic());
    }

    /// <summary>Opens a section, fills and saves it; the view that is on top afterwards.</summary>
    public async Task<View?> WriteAsync(string section, params (string Field, string Value)[] values)
    {
        var maya = app.Slack.As("maya");
        var overview = app.Slack.OpenView("maya") ?? await OpenOverviewAsync();
        await maya.ClickAsync(overview, "post_mortem_section_open", $"{Number}:{section}");
        return await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, values));
    }

    /// <summary>Everything that the gate of a required post-mortem asks for.</summary>
    public async Task CompleteAsync()
    {
        await ContributeAsync();
        await WriteAsync("summary", ("summary", "Checkout failed for 40 minutes. A deploy changed the API. 1200 users could not pay."));
        await WriteAsync(
            "whys",
            ("symptom", "Payments failed"),
            ("why_1", "The client sent an old field"),
            ("gap", "No contract test covers the payment API"));
        await WriteAsync("factor", ("text", "The alert looked at errors only"), ("category", "Technical"));
        await AddActionAsync("ben", "Cover the payment API with a contract test");
    }

    /// <summary>People add to the timeline what the bot cannot know.</summary>
    public async Task ContributeAsync()
    {
        string[] entries = ["note the deploy went out", "signal the error rate alert", "decision roll back", "note payments work again"];
        foreach (var entry in entries)
        {
            await app.Slack.As("maya").TypeAsync(Channel, $"/incident {entry}");
        }

        await app.SettleAsync();
    }

    public Task AddActionAsync(string owner, string text) => ChangeAsync(db => db.ActionItems.Add(ActionItem.Create(
        Guid.CreateVersion7(app.Now),
        Number,
        new ActionDraft(text)
        {
            Owner = new ActionOwner(app.IdOf(owner), "Europe/London", IsActivePerson: true),
            DueDate = DateOnly.FromDateTime(app.Now.UtcDateTime).AddDays(14),
        },
        metricRequired: false,
        app.IdOf("maya"),
        app.Now).Value!));

    public Task AssignFacilitatorAsync(string person) =>
        ChangeAsync(db => db.PostMortems.Single(each => each.IncidentNumber == Number).AssignFacilitator(app.IdOf(person), null, app.Now));

    public Task<PostMortem> ReadAsync() =>
        app.ReadAsync(db => db.PostMortems.AsNoTracking().SingleAsync(each => each.IncidentNumber == Number));

    public Task ChangeAsync(Action<IncidentDb> change) => app.ReadAsync(async db =>
    {
        change(db);
        return await db.SaveChangesAsync();
    });

    private static async Task<ResolvedIncident> ResolveAsync(BotApp app, Task<ScenarioIncident> declared)
    {
        var resolved = new ResolvedIncident(app, await declared);
        await app.Slack.As("maya").TypeAsync(resolved.Channel, "/incident lead me");
        app.Time.Advance(TimeSpan.FromMinutes(40));
        await Scenarios.Resolve(app, await declared);
        return resolved;
    }

    private static async Task<ScenarioIncident> DeclarePrivateAsync(BotApp app)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "declare_more");
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("severity", "SEV1"), ("private", "private"));
        await maya.CloseAsync((await maya.SubmitAsync(modal))!, all: true);
        await app.SettleAsync();
        return new ScenarioIncident(1, (await app.ReadAsync(db => db.Channels.SingleAsync())).Name!);
    }
}
