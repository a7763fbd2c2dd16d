using IncidentBot;
using IncidentBot.Starting;

var details = false;
try
{
    var builder = WebApplication.CreateBuilder(args);
    details = builder.Configuration["Logging:LogLevel:Default"] is "Debug" or "Trace";
    if (args is [ManifestCommand.Word, ..])
    {
        Console.Write(ManifestCommand.Run(args[1..], builder.Configuration));
        return 0;
    }

    await using var app = IncidentBotHost.Build(builder);
    await StartFailure.StartAsync(app, CancellationToken.None);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // The service was stopped while it was starting.
    return 0;
}
catch (Exception failure)
{
    return StartFailure.Report(failure, details);
}
