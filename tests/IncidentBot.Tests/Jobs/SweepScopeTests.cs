using IncidentBot.Delivery;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Jobs;

[Trait("Engine", "both")]
public sealed class SweepScopeTests
{
    private const string Key = "reminder:1";

    [Fact]
    public async Task A_sweep_that_comes_second_asks_again_instead_of_failing()
    {
        await using var app = await BotApp.StartAsync();
        var late = new Late(app);

        await RunAsync(app, late);

        Assert.Equal(2, late.Runs);
        Assert.Equal(1, await app.ReadAsync(db => db.HandledRequests.CountAsync(request => request.Key == Key)));
    }

    private static async Task RunAsync(BotApp app, Late late)
    {
        await using var services = new ServiceCollection().AddSingleton(late).BuildServiceProvider();
        await new SweepScope(services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<Resilience>(), app.Time)
            .RunAsync(typeof(Late), CancellationToken.None);
    }

    /// <summary>The first time someone else does the same between its look and its save.</summary>
    private sealed class Late(BotApp app) : ISweep
    {
        public int Runs { get; private set; }

        public Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => app.ReadAsync(async db =>
        {
            var known = await db.HandledRequests.AnyAsync(request => request.Key == Key, cancellationToken);
            if (++Runs == 1)
            {
                await app.ReadAsync(other => WriteAsync(other, now));
            }

            return known ? 0 : await WriteAsync(db, now);
        });

        private static Task<int> WriteAsync(IncidentDb db, DateTimeOffset now)
        {
            db.HandledRequests.Add(new HandledRequest { Key = Key, At = now });
            return db.SaveChangesAsync();
        }
    }
}
