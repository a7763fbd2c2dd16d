using IncidentBot.Operations;
using IncidentBot.Storage;

namespace IncidentBot.Tests.Storage;

public sealed class SqliteOwnerTests
{
    [Fact]
    public async Task A_second_process_is_refused_with_what_to_do_and_let_in_when_the_first_one_is_gone()
    {
        var connection = $"Data Source={Path.Combine(Path.GetTempPath(), $"incidentbot_{Guid.NewGuid():N}.db")}";
        using var second = new SqliteOwner();
        using (var first = new SqliteOwner())
        {
            await first.TakeAsync(connection, TimeSpan.Zero, TestContext.Current.CancellationToken);

            var refusal = await Assert.ThrowsAsync<StartRefusedException>(
                () => second.TakeAsync(connection, TimeSpan.Zero, TestContext.Current.CancellationToken));

            Assert.Contains("for several set Storage__Provider=postgres", refusal.Message, StringComparison.Ordinal);
        }

        await second.TakeAsync(connection, TimeSpan.Zero, TestContext.Current.CancellationToken);
    }
}
