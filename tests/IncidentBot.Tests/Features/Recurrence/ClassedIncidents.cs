using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Recurrence;

/// <summary>Incidents whose gap has one and the same cause class, and whose post-mortem has one action.</summary>
internal static class ClassedIncidents
{
    public const string Class = "Shared pool without a limit";

    public static async Task<ResolvedIncident> AddAsync(BotApp app, Task<ResolvedIncident> resolved)
    {
        var incident = await resolved;
        if (app.Slack.OpenView("maya") is { } open)
        {
            await app.Slack.As("maya").CloseAsync(open, all: true);
        }

        await incident.WriteAsync("whys", ("symptom", "Payments failed"), ("gap", "Nothing limits one client"), ("cause_name", Class));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await incident.AddActionAsync("ben", "Limit the pool");
        await app.SettleAsync();
        return incident;
    }
}
