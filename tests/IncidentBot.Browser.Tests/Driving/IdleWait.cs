using IncidentBot.Demo;
using IncidentBot.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>
/// Waits between two clauses until every sweep has run, every event is delivered and both queues are
/// empty. A browser can't wait for something that will not appear, and a click on an element that is being redrawn is lost.
/// </summary>
internal static class IdleWait
{
    public static async Task WaitAsync(DemoApp demo, TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience);
        await demo.SweptAsync().WaitAsync(enough.Token);
        await demo.Service.GetRequiredService<SweepsOnDemand>().Ask().WaitAsync(enough.Token);
        await new DemoPace(demo).SettleAsync(enough.Token);
    }
}
