using IncidentBot.Demo;
using IncidentBot.Demo.Quarter;
using IncidentBot.Starting;

// A Slack workspace and the service in one process, on loopback, with a fresh database: `dotnet run --project src/IncidentBot.Demo`.
// `-- --with a-quarter` first plays thirteen weeks of a team's work.
if (DemoArguments.Read(args) is not { } arguments)
{
    await Console.Error.WriteLineAsync(DemoArguments.Usage);
    return 1;
}

var ports = DemoPorts.From(arguments.Port);
Console.WriteLine(
    $"Starting a Slack workspace at {ports.WorkspaceAddress} and IncidentBot at {ports.ServiceAddress}, with a fresh database. "
    + "This takes a few seconds.");
return await StartFailure.RunAsync(
    async () =>
    {
        await using var demo = await DemoApp.StartAsync(ports);
        if (arguments.WithQuarter)
        {
            Console.WriteLine("Playing a quarter with ten incidents, which takes about a minute:");
            await new SimulatedQuarter(demo).PlayAsync(Console.WriteLine);
        }

        Console.WriteLine(
            $"Ready. Open {demo.Address} in a browser; it is {demo.Clock.GetUtcNow():dddd d MMMM, HH:mm} UTC there. "
            + $"The pages for reading are at {demo.Pages}. Ctrl+C ends it.");
        await demo.WaitForShutdownAsync();
    },
    listen: "Give a free port as the first argument, for example 5011.");
