using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>
/// A step in a message that lists what comes next. A done step says what was done and shows a mark instead of its number; the first open
/// one has the primary button.
/// </summary>
/// <param name="Text">What to do.</param>
/// <param name="Action">The button's action.</param>
/// <param name="Label">The button's label.</param>
internal sealed record NextStep(Mrkdwn Text, string Action, string Label)
{
    private const string DoneMark = ":white_check_mark:";

    /// <summary>What was done; null while the step is open.</summary>
    public Mrkdwn? Done { get; init; }

    /// <summary>The button once the step is done; null for none.</summary>
    public string? LabelOnceDone { get; init; }

    public static IEnumerable<Block> Render(IReadOnlyList<NextStep> steps, string subject)
    {
        var next = steps.FirstOrDefault(step => step.Done is null);
        return steps.Select((step, index) => new SectionBlock(
            step.Done is { } done ? Mrkdwn.Text($"{Mrkdwn.Raw(DoneMark)}  {done}") : Mrkdwn.Text($"{index + 1}.  {step.Text}"))
        {
            Accessory = (step.Done is null ? step.Label : step.LabelOnceDone) is { } label
                ? new Button(step.Action, label) { Value = subject, Style = step == next ? ButtonStyle.Primary : null }
                : null,
        });
    }
}
