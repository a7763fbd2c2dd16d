using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Features.Board;

/// <summary>
/// Makes the board of a running meeting easy to find: pinned, with a bookmark that leads to it. Both are removed
/// once the meeting is over, and from boards that were posted again further down. What to pin is decided when the effect is sent.
/// </summary>
[Effect("place_board")]
internal sealed record PlaceBoard(int IncidentNumber) : IEffect
{
    /// <summary>A lane of its own: the meeting goes on while Slack refuses or delays a pin.</summary>
    public string Lane => Delivery.Outbox.Lane.Board(IncidentNumber);

    string? IEffect.MergeKey => FormattableString.Invariant($"board_place:{IncidentNumber}");
}
