using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Crashes.Victim;

/// <summary>After each statement of a migration, and after a row of a lane was claimed.</summary>
internal sealed partial class SchemaMoments(KillSwitch killSwitch, Rest rest) : DbCommandInterceptor
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

        rest.Disturb();
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex("^(CREATE|ALTER|DROP) \\w+( INDEX| IF NOT EXISTS)* \"?\\w+\"?|^INSERT INTO \"__EFMigrationsHistory\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("^UPDATE \"?(?<table>inbox|outbox)\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim();
}
