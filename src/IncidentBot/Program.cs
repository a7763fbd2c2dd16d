using IncidentBot;

var app = IncidentBotHost.Build(WebApplication.CreateBuilder(args));
await app.RunAsync();
