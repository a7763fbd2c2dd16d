using IncidentBot;
using IncidentBot.Features.PostMortems;
using IncidentBot.Workspace;

if (args is ["manifest", var address])
{
    // The app's manifest for this installation's settings: `incidentbot manifest https://bot.example.com`.
    var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    var incidents = settings.GetSection(IncidentsOptions.Section).Get<IncidentsOptions>() ?? new IncidentsOptions();
    var postMortems = settings.GetSection(PostMortemOptions.Section).Get<PostMortemOptions>() ?? new PostMortemOptions();
    Console.Write(SlackManifest.Render(address, SlackRoutes.Create(incidents), postMortems.Canvas));
    return;
}

var app = IncidentBotHost.Build(WebApplication.CreateBuilder(args));
await app.RunAsync();
