using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>Checkpoints after each statement of a migration, and after a lane row is claimed.</summary>
internal sealed partial class SchemaCheckpoints(KillSwitch killSwitch, IdleMonitor idle) : DbCommandInterceptor
{
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var text = command.CommandText;
        if (Statement().Match(text) is { Success: true } schema)
        {
            killSwitch.Reached($"schema {schema.Value}");
        }
        else if (result > 0 && Claim().Match(text) is { Success: true } claim)
        {
            killSwitch.Reached($"claimed {claim.Groups["table"].Value}");
        }

        idle.NotifyWrite();
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(
        "^(CREATE|ALTER|DROP) \\w+( INDEX| IF NOT EXISTS)* \"?\\w+\"?|^INSERT INTO \"__EFMigrationsHistory\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("^UPDATE \"?(?<table>inbox|outbox)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim();
}
