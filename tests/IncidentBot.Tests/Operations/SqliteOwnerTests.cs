using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Delivery;
using IncidentBot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Operations;

public sealed class SqliteOwnerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_second_process_is_refused_with_what_to_do_and_let_in_when_the_first_one_is_gone()
    {
        var connection = $"Data Source={Path.Combine(Path.GetTempPath(), $"incidentbot_{Guid.NewGuid():N}.db")}";
        var time = new FakeTimeProvider(Start);
        var resilience = new Resilience(new AutoAdvancingTime(time), NullLogger<Resilience>.Instance);
        using var second = new SqliteOwner(resilience);
        using (var first = new SqliteOwner(resilience))
        {
            await first.TakeAsync(connection, TestContext.Current.CancellationToken);

            var refusal = await Assert.ThrowsAsync<DatabaseInUseException>(
                () => second.TakeAsync(connection, TestContext.Current.CancellationToken));

            Assert.Equal(Start.AddSeconds(30), time.GetUtcNow());

            Assert.Contains("set Storage__Provider=postgres", refusal.Message, StringComparison.Ordinal);
        }

        await second.TakeAsync(connection, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false, UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(true, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    public async Task Other_users_of_the_machine_cannot_read_the_database(bool exists, UnixFileMode expected)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var file = Path.Combine(Path.GetTempPath(), $"incidentbot_{Guid.NewGuid():N}.db");
        if (exists)
        {
            await File.WriteAllBytesAsync(file, [], TestContext.Current.CancellationToken);
            File.SetUnixFileMode(file, expected | UnixFileMode.OtherRead);
        }

        using var owner = new SqliteOwner(new Resilience(new FakeTimeProvider(Start), NullLogger<Resilience>.Instance));
        await owner.TakeAsync($"Data Source={file}", TestContext.Current.CancellationToken);

        Assert.Equal(expected, File.GetUnixFileMode(file));
        File.Delete(file);
    }
}
