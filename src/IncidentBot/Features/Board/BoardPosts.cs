using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Board;

/// <summary>
/// Where a board is in Slack: its notices go into its thread, so that they don't push it up, and it can be posted again at the end of
/// the channel. The caller saves.
/// </summary>
internal sealed class BoardPosts(IncidentDb db, TimeProvider time)
{
    /// <summary>The label of a link to the board.</summary>
    public const string OpenLabel = "Open the board";

    /// <summary>"Show the board", for notices that people may read far below it.</summary>
    public static Button ShowButton(string number) => new(CardActions.ShowBoard, "Show the board") { Value = number };

    /// <summary>Posts a notice in the board's thread; a notice with the same key is posted once.</summary>
    public Task NotifyAsync(int number, MessageContent notice, string key, CancellationToken cancellationToken) => db.EnqueueOnceAsync(
        Lane.Incident(number),
        new Post(Address.Incident(number), notice, Under: BotMessageNames.Card(BotMessageNames.Board, number)),
        key,
        time.GetUtcNow(),
        cancellationToken);

    /// <summary>Posts the board again. Everyone who asks before it is there asks for the same message.</summary>
    public async Task ShowAgainAsync(int number, CancellationToken cancellationToken)
    {
        if (await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Board, number)], cancellationToken) is { } posted)
        {
            await db.EnqueueOnceAsync(
                Lane.Incident(number),
                new RepostBoard(number, posted.Ts),
                FormattableString.Invariant($"board_again:{number}:{posted.Ts}"),
                time.GetUtcNow(),
                cancellationToken);
        }
    }
}
