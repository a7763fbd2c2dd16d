using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage.Rows;

/// <summary>A limit of Slack's as a row that all nodes share: nothing under this name before that instant.</summary>
internal sealed class SlackLimit
{
    public required string Name { get; init; }

    public required DateTimeOffset NotBefore { get; set; }
}

/// <summary>Slack's limit on posting: about one message a second per channel.</summary>
internal static class SlackLimits
{
    public static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);

    public static string Posting(string channelId) => "post:" + channelId;

    /// <summary>A kind of effect that Slack wants to hear less of for a while.</summary>
    public static string Calling(string kind) => "call:" + kind;

    /// <summary>When this may be called; null when now. Does not take the turn.</summary>
    public static async Task<DateTimeOffset?> WaitAsync(
        this IncidentDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limit = await db.SlackLimits.FindAsync([name], cancellationToken);
        return limit is not null && limit.NotBefore > now ? limit.NotBefore : null;
    }

    /// <summary>
    /// Takes this second's turn to post in a channel; false when another lane or node has just taken it. One conditional
    /// statement, so that of those who saw it free one gets it.
    /// </summary>
    public static async Task<bool> TryTakePostingTurnAsync(
        this IncidentDb db, string channelId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (name, from, until) = (Posting(channelId), now.UtcDateTime, (now + BetweenPosts).UtcDateTime);
        var taken = 0;
        await db.WithTurnAsync(
            async () => taken = await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO slack_limits (name, not_before) VALUES ({name}, {until})
                ON CONFLICT (name) DO UPDATE SET not_before = excluded.not_before
                WHERE slack_limits.not_before <= {from}
                """,
                cancellationToken),
            cancellationToken);
        return taken == 1;
    }

    /// <summary>
    /// One statement at once, never part of a later save: two lanes that meet a new limit together would both add its row.
    /// </summary>
    public static Task HoldAsync(this IncidentDb db, string name, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var instant = until.UtcDateTime;
        return db.WithTurnAsync(
            () => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO slack_limits (name, not_before) VALUES ({name}, {instant})
                ON CONFLICT (name) DO UPDATE SET not_before = excluded.not_before
                WHERE slack_limits.not_before < excluded.not_before
                """,
                cancellationToken),
            cancellationToken);
    }
}
