using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A status update, in the incident's channel and in the headline's thread.</summary>
internal static class StatusUpdateMessage
{
    /// <param name="update">The update.</param>
    /// <param name="changes">What changed with it, a line each.</param>
    public static MessageContent InChannel(StatusUpdate update, IReadOnlyList<Mrkdwn> changes)
    {
        var head = Mrkdwn.Text($":mega: *Status update* by {Mrkdwn.User(update.By.Value)}");
        return new MessageContent(
            Mrkdwn.Text($"{head}: {update.Text}"), [new ContextBlock(head), Body(update), .. Footer(update, changes)]);
    }

    public static MessageContent UnderHeadline(StatusUpdate update, IReadOnlyList<Mrkdwn> changes) =>
        new(Mrkdwn.Text($":mega: {update.Text}"), [Body(update), .. Footer(update, changes)]);

    // A long text may not fit into a block once it is escaped. Plain text always fits, but its links can't be clicked.
    private static SectionBlock Body(StatusUpdate update) =>
        Mrkdwn.Escape(update.Text) is var whole && whole.Content.Length <= SectionBlock.MaxTextLength
            ? new SectionBlock(whole)
            : new SectionBlock(new PlainText(update.Text));

    private static IEnumerable<Block> Footer(StatusUpdate update, IReadOnlyList<Mrkdwn> changes)
    {
        List<Mrkdwn> lines = [.. changes];
        if (update.NextDue is { } due)
        {
            lines.Add(Mrkdwn.Text($"Next update by {Mrkdwn.Date(due, "{time}")}"));
        }

        return lines.Count > 0 ? [new ContextBlock(Mrkdwn.Join("\n", lines))] : [];
    }
}
