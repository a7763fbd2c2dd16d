using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Lifecycle;

/// <summary>A status update, in the incident's channel and in the headline's thread.</summary>
internal static class StatusUpdateMessage
{
    public static MessageContent InChannel(StatusUpdate update)
    {
        var head = Mrkdwn.Text($":mega: *Status update* by {Mrkdwn.User(update.By.Value)}");
        return new MessageContent(
            Mrkdwn.Text($"{head}: {update.Text}"), [new ContextBlock(head), Body(update), .. Next(update)]);
    }

    public static MessageContent UnderHeadline(StatusUpdate update) =>
        new(Mrkdwn.Text($":mega: {update.Text}"), [Body(update), .. Next(update)]);

    // An escaped long text may not fit into a block; plain text always does, but its links are not clickable.
    private static SectionBlock Body(StatusUpdate update) =>
        Mrkdwn.Escape(update.Text) is var whole && whole.Content.Length <= SectionBlock.MaxTextLength
            ? new SectionBlock(whole)
            : new SectionBlock(new PlainText(update.Text));

    private static IEnumerable<Block> Next(StatusUpdate update) => update.NextDue is { } due
        ? [new ContextBlock(Mrkdwn.Text($"Next update by {Mrkdwn.Date(due, "{time}")}"))]
        : [];
}
