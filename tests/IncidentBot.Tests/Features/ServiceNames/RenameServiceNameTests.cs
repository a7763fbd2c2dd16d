using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.ServiceNames;

/// <summary>One service has one name: chosen from those used before, compared without case and spaces, renamed and merged.</summary>
public sealed class RenameServiceNameTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_service_is_chosen_from_the_names_used_before_and_a_new_one_is_offered_last()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareAsync(app, "Checkout is down", "Payments API");
        await DeclareAsync(app, "Checkout is slow", "Payments API");
        await DeclareAsync(app, "Search is down", "Search");
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Payments fail");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "declare_more");

        Assert.Equal(["Payments API", "Search"], await OfferAsync(app, ""));
        Assert.Equal(["Payments API"], await OfferAsync(app, "payments  api"));
        Assert.Equal(["Payments API", "Create “pay”"], await OfferAsync(app, "pay"));
        Assert.Equal(["Create “Billing <b>”"], await OfferAsync(app, " Billing <b> "));
    }

    [Fact]
    public async Task A_rename_reaches_every_incident_and_the_name_of_another_service_merges_the_two()
    {
        await using var app = await BotApp.StartAsync();
        var first = await DeclareAsync(app, "Checkout is down", "payments");
        await Scenarios.Resolve(app, first);
        var second = await DeclareAsync(app, "Checkout is slow", "payments");
        await DeclareAsync(app, "Invoices are late", "Billing");
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident services");
        Assert.Contains("payments · 2 incidents", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);

        await maya.ClickAsync(app.Slack.OpenView("maya")!, "service_rename_open", "payments");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("name", "Payments API")));
        await app.SettleAsync();

        Assert.Equal(["Payments API", "Payments API", "Billing"], await ServicesAsync(app));
        Assert.Contains("Payments API · 2 incidents", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.All(
            [first.Channel, second.Channel],
            channel => Assert.Contains(
                "Service\nPayments API", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, channel)), StringComparison.Ordinal));

        await maya.ClickAsync(app.Slack.OpenView("maya")!, "service_rename_open", "Billing");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("name", "payments  api")));
        await app.SettleAsync();

        Assert.Equal(["Payments API", "Payments API", "Payments API"], await ServicesAsync(app));
        Assert.Contains("Payments API · 3 incidents", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    private static async Task<List<string?>> ServicesAsync(BotApp app) => await app.ReadAsync(db => db.Incidents.AsNoTracking()
        .OrderBy(incident => incident.Number).Select(incident => incident.Service).ToListAsync());

    private static async Task<IEnumerable<string?>> OfferAsync(BotApp app, string typed) =>
        (await app.Slack.As("maya").SuggestAsync(app.Slack.OpenView("maya")!, "service_search", typed))
            .Select(option => option.GetProperty("text").GetProperty("text").GetString());

    private static async Task<ScenarioIncident> DeclareAsync(BotApp app, string title, string service)
    {
        var incident = await Scenarios.DeclaredSev3(app, title);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident edit");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("service", service)));
        await app.SettleAsync();
        return incident;
    }
}
