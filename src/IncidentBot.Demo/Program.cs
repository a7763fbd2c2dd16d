using IncidentBot.Demo;
using IncidentBot.Starting;

// A Slack workspace and the service in one process, on loopback, with a fresh database: `dotnet run --project src/IncidentBot.Demo`.
var ports = DemoPorts.From(args);
Console.WriteLine(
    $"Starting a Slack workspace at {ports.WorkspaceAddress} and IncidentBot at {ports.ServiceAddress}, with a fresh database. "
    + "This takes a few seconds.");
try
{
    await using var demo = await DemoApp.StartAsync(ports);
    Console.WriteLine($"Ready. Open {demo.Address} in a browser; it is Tuesday morning there. Ctrl+C ends it.");
    await demo.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure)
{
    return StartFailure.Report(failure, details: false, "Give a free port as the first argument, for example 5011.");
}
