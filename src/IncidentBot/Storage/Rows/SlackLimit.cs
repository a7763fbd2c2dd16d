using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage.Rows;

/// <summary>A Slack rate limit as a row that all nodes share: no calls under this name before that instant.</summary>
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

    /// <summary>A kind of effect that Slack limits for a while.</summary>
    public static string Calling(string kind) => "call:" + kind;

    /// <summary>When this may be called; null for now. Does not reserve the call.</summary>
    public static async Task<DateTimeOffset?> WaitAsync(
        this IncidentDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var limit = await db.SlackLimits.FindAsync([name], cancellationToken);
        return limit is not null && limit.NotBefore > now ? limit.NotBefore : null;
    }

    /// <summary>
    /// Reserves this second for a post in a channel; false when another lane or node was first. One conditional
    /// statement, so that only one of them gets it.
    /// </summary>
    public static async Task<bool> TryTakePostingTurnAsync(
        this IncidentDb db, string channelId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (name, from, until) = (Posting(channelId), UtcInstantConverter.Stored(now), UtcInstantConverter.Stored(now + BetweenPosts));
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

    /// <summary>Saved at once, never with a later save, because two lanes that hit a new limit together would both add its row.
    /// </summary>
    public static Task HoldAsync(this IncidentDb db, string name, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var instant = UtcInstantConverter.Stored(until);
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
