using System.Globalization;
using IncidentBot;
using IncidentBot.Crashes.ServiceUnderTest;
using IncidentBot.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The real service in a process of its own, with a clock that the test moves and a switch that kills it at a chosen checkpoint.
// Settings are passed as arguments; the first line of output is the address that the service listens on.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,
    ApplicationName = typeof(KillSwitch).Assembly.GetName().Name,
    EnvironmentName = Environments.Production,
});
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

var settings = builder.Configuration;
var clock = new ManualClock(DateTimeOffset.Parse(settings["CrashTest:Now"]!, CultureInfo.InvariantCulture));
var killSwitch = new KillSwitch();
if (settings["CrashTest:Checkpoint"] is { Length: > 0 } checkpoint)
{
    killSwitch.Arm(checkpoint, settings.GetValue("CrashTest:Nth", 1));
}

builder.Services.AddSingleton<TimeProvider>(clock);
builder.Services.AddSingleton(clock);
builder.Services.AddSingleton(killSwitch);
return await StartFailure.RunAsync(
    async () =>
    {
        var app = IncidentBotHost.Build(builder, Checkpoints.Install);
        app.Use(Checkpoints.BeforeResponse);
        app.MapCrashTest();

        // The test process holds the other end of standard input: when the test ends, this process ends too.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(0);
        });
        await StartFailure.StartAsync(app, CancellationToken.None);
        Console.WriteLine($"listening on {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    },
    details: () => true);
