using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board;

/// <summary>What a phase shows, and what can be pressed in it. The board arranges the buttons, see <see cref="BoardButtons"/>.</summary>
/// <param name="Blocks">What everyone reads.</param>
internal sealed record PhasePanel(IReadOnlyList<Block> Blocks)
{
    /// <summary>The buttons that everyone needs in this phase; the most important first.</summary>
    public IReadOnlyList<Button> ForEveryone { get; init; } = [];

    /// <summary>The buttons with which the facilitator leads through this phase.</summary>
    public IReadOnlyList<Button> ForFacilitator { get; init; } = [];

    /// <summary>What the facilitator needs rarely, as labels and values of the facilitator's menu.</summary>
    public IReadOnlyList<Option> InMenu { get; init; } = [];

    /// <summary>Several panels one below the other.</summary>
    public static PhasePanel Of(params IReadOnlyList<PhasePanel> parts) => new([.. parts.SelectMany(part => part.Blocks)])
    {
        ForEveryone = [.. parts.SelectMany(part => part.ForEveryone)],
        ForFacilitator = [.. parts.SelectMany(part => part.ForFacilitator)],
        InMenu = [.. parts.SelectMany(part => part.InMenu)],
    };
}
