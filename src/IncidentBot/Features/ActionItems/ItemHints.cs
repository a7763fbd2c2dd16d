using IncidentBot.Domain.Incidents;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>Hints for someone who typed an action item or an idea. They can be ignored.</summary>
internal sealed class ItemHints(BlameReview wording, DayOffWarning dayOff)
{
    /// <summary>What the blame check says about the text; null when it is fine.</summary>
    public Task<FieldFinding?> FindInAsync(string text, Incident incident, CancellationToken cancellationToken) =>
        wording.FindInAsync(ItemFormModal.ReviewedText(isEdit: false), text, incident, cancellationToken);

    /// <summary>The hints as text; empty when there are none.</summary>
    public Mrkdwn Of(FieldFinding? finding, DateOnly? due) => Mrkdwn.Join(
        "\n",
        finding is null ? Mrkdwn.Empty : FindingBlocks.Hint(finding),
        due is { } day && dayOff.SentenceOf(day) is { } sentence ? Mrkdwn.Escape(sentence) : Mrkdwn.Empty);
}
