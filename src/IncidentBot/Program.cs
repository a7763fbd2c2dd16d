using IncidentBot;
using IncidentBot.Workspace;

if (args is ["manifest", var address])
{
    // The app's manifest for this installation's settings: `incidentbot manifest https://bot.example.com`.
    var options = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(IncidentsOptions.Section).Get<IncidentsOptions>();
    Console.Write(SlackManifest.Render(address, SlackRoutes.Create(options ?? new IncidentsOptions())));
    return;
}

var app = IncidentBotHost.Build(WebApplication.CreateBuilder(args));
await app.RunAsync();
