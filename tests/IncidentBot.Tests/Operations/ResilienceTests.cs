using System.Net;
using System.Net.Sockets;
using IncidentBot.Delivery;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IncidentBot.Tests.Operations;

public sealed class ResilienceTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly LogRecorder _logs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Twelve_who_change_the_same_at_once_are_all_through_without_waiting()
    {
        var before = 0;

        await Resilience().Conflicts.ExecuteAsync(
            _ => ++before < 12 ? throw new DbUpdateConcurrencyException() : ValueTask.CompletedTask, Token);

        Assert.Equal((12, Start), (before, _time.GetUtcNow()));
    }

    [Fact]
    public async Task The_twelfth_conflict_is_an_error()
    {
        var attempts = 0;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () =>
            await Resilience().Conflicts.ExecuteAsync(_ => { attempts++; throw new DbUpdateConcurrencyException(); }, Token));

        Assert.Equal(12, attempts);
    }

    [Fact]
    public async Task What_is_no_conflict_is_not_decided_again()
    {
        var attempts = 0;

        await Assert.ThrowsAsync<DbUpdateException>(async () =>
            await Resilience().Conflicts.ExecuteAsync(_ => { attempts++; throw new DbUpdateException("The disk is full."); }, Token));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task The_start_waits_for_a_database_that_is_coming_up_and_says_so_once()
    {
        var looks = 0;

        await Resilience().StorageConnection.ExecuteAsync(
            _ => ++looks < 5
                ? throw new NpgsqlException("refused", new SocketException((int)SocketError.ConnectionRefused))
                : ValueTask.CompletedTask, Token);

        Assert.Equal(Start.AddSeconds(1), _time.GetUtcNow());
        Assert.Contains("The database can't be reached yet", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_refuses_the_login_is_not_waited_for()
    {
        await Assert.ThrowsAsync<PostgresException>(async () => await Resilience().StorageConnection.ExecuteAsync(
            _ => throw new PostgresException("password authentication failed", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword),
            Token));

        Assert.Equal(Start, _time.GetUtcNow());
    }

    [Fact]
    public async Task After_half_a_minute_without_a_database_the_start_fails()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var storage = new StorageOptions
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = $"Host=127.0.0.1;Port={port};Username=nobody;Pooling=false",
        };
        var resilience = Resilience();
        using var owner = new SqliteOwner(resilience);
        using var gate = new WriteGate(Options.Create(storage));
        using var signal = new OutboxSignal();
        await using var db = new IncidentDb(
            (DbContextOptions<IncidentDb>)new DbContextOptionsBuilder<IncidentDb>().UseEngine(storage).Options, gate, signal);

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => new StorageArrival(Options.Create(storage), owner, resilience).UntilThereAsync(db, Token));

        Assert.IsType<SocketException>(failure.GetBaseException());
        Assert.Equal(Start.AddSeconds(30), _time.GetUtcNow());
    }

    private Resilience Resilience()
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        return new Resilience(new AutoAdvancingTime(_time), factory.CreateLogger<Resilience>());
    }
}
