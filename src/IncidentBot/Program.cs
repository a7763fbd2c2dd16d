using IncidentBot;
using IncidentBot.Starting;

var details = false;
return await StartFailure.RunAsync(
    async () =>
    {
        var builder = WebApplication.CreateBuilder(args);
        details = builder.Configuration["Logging:LogLevel:Default"] is "Debug" or "Trace";
        if (args is [ManifestCommand.Word, ..])
        {
            Console.Write(ManifestCommand.Run(args[1..], builder.Configuration));
            return;
        }

        await using var app = IncidentBotHost.Build(builder);
        await StartFailure.StartAsync(app, CancellationToken.None);
        await app.WaitForShutdownAsync();
    },
    () => details);
