using IncidentBot.Cards;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// The due date in every form that asks for one. An action needs a real day, so the next sprint is offered by its last day.
/// </summary>
internal static class DueDateField
{
    public const string Block = "due";

    /// <param name="initial">The day that is filled in; null for none.</param>
    /// <param name="sprintEnd">The end of the next sprint.</param>
    public static InputBlock Render(DateOnly? initial, DateOnly sprintEnd) =>
        new(Block, "Due date", new DatePicker("value") { InitialDate = initial })
        {
            Hint = $"The next sprint ends on {ActionWords.Day(sprintEnd)}.",
        };
}
