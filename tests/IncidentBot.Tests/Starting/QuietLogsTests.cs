using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Starting;

public sealed class QuietLogsTests
{
    private const string Sql = "Executed DbCommand";

    [Fact]
    public async Task An_idle_minute_logs_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev1(app);
        app.Logs.Clear();

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(app.Logs.Information);
    }

    [Fact]
    public async Task A_declared_incident_logs_what_was_done_by_no_name_and_no_SQL()
    {
        await using var app = await BotApp.StartAsync();
        app.Logs.Clear();

        await Scenarios.DeclaredSev1(app);

        Assert.InRange(app.Logs.Information.Count, 2, 5);
        Assert.Contains(app.Logs.Information, line => line.Contains("/incident was typed in C", StringComparison.Ordinal));
        Assert.Contains(app.Logs.Information, line => line.Contains("declare was submitted", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Information, line => line.Contains(Sql, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Information, line => line.Contains("Checkout", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Information, line => line.Contains("U0MAYA0001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_shows_the_SQL_again()
    {
        await using var app = await BotApp.StartAsync(("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information"));

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(app.Logs.Information, line => line.Contains(Sql, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_coarser_setting_shows_it_as_well()
    {
        await using var app = await BotApp.StartAsync(("Logging:LogLevel:Microsoft", "Information"));

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(app.Logs.Information, line => line.Contains(Sql, StringComparison.Ordinal));
    }
}
