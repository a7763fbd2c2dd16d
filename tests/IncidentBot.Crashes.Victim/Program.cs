using System.Globalization;
using IncidentBot;
using IncidentBot.Crashes.Victim;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The real service in a process of its own, with a clock that the test moves and a switch that kills it at a chosen moment.
// Settings come as arguments; the address it listens on is its first line of output.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,
    ApplicationName = typeof(KillSwitch).Assembly.GetName().Name,
    EnvironmentName = Environments.Production,
});
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

var settings = builder.Configuration;
var clock = new MovedClock(DateTimeOffset.Parse(settings["CrashTest:Now"]!, CultureInfo.InvariantCulture));
var killSwitch = new KillSwitch();
if (settings["CrashTest:Moment"] is { Length: > 0 } moment)
{
    killSwitch.Arm(moment, settings.GetValue("CrashTest:Nth", 1));
}

builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddSingleton(clock);
builder.Services.AddSingleton(killSwitch);
var app = IncidentBotHost.Build(builder, Moments.Watch);
app.Use(Moments.BeforeTheAnswer);
app.MapSteering();

// Whoever started it holds the other end of its input: when that ends, so does this.
_ = Task.Run(() =>
{
    Console.In.ReadToEnd();
    Environment.Exit(0);
});
await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.Single()}");
await app.WaitForShutdownAsync();
