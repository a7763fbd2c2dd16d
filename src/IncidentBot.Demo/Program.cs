using IncidentBot.Demo;

// A Slack workspace and the service in one process, on loopback, with a fresh database: `dotnet run --project src/IncidentBot.Demo`.
Console.WriteLine("Starting a Slack workspace on this machine with IncidentBot in it …");
await using var demo = await DemoApp.StartAsync(DemoPorts.From(args));
Console.WriteLine($"IncidentBot's demo workspace: {demo.Address}");
Console.WriteLine("Open it in a browser; it is Tuesday morning there. Ctrl+C ends it.");
await demo.WaitForShutdownAsync();
