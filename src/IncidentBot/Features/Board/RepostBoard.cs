using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Posts the board again at the end of the channel. The message that was the board until then becomes a link to it.</summary>
/// <param name="IncidentNumber">Whose board.</param>
/// <param name="Ts">The message that was the board when this was requested; another one means that it moved already.</param>
[Effect("repost_board")]
internal sealed record RepostBoard(int IncidentNumber, string Ts) : IEffect;

internal sealed class RepostBoardSender(IncidentDb db, TimeProvider time) : IEffectSender<RepostBoard>
{
    public async Task<EffectResult> SendAsync(RepostBoard effect, Sending sending, CancellationToken cancellationToken)
    {
        var (number, lane) = (effect.IncidentNumber, Lane.Incident(effect.IncidentNumber));
        var posted = await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Board, number)], cancellationToken);
        if (posted is null || posted.Ts != effect.Ts)
        {
            return EffectResult.Done;
        }

        var old = ButtonValue.Write(number, posted.Ts);
        db.BotMessages.Remove(posted);
        db.BotMessages.Add(new BotMessage
        {
            Name = BotMessageNames.Card(BotMessageNames.OldBoard, old),
            ChannelId = posted.ChannelId,
            Ts = posted.Ts,
        });
        db.Enqueue(lane, new RefreshCard(BotMessageNames.Board, number.ToString(CultureInfo.InvariantCulture)), time.GetUtcNow());
        db.Enqueue(lane, new RefreshCard(BotMessageNames.OldBoard, old), time.GetUtcNow());
        return EffectResult.Done;
    }
}

/// <summary>A board that was posted again further down: no buttons, only the way to the current one.</summary>
internal sealed class OldBoardCard(IncidentDb db, SlackWorkspace workspace) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(subject).Number();
        var current = await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.Board, number)], cancellationToken);
        var old = await db.BotMessages.FindAsync([BotMessageNames.Card(BotMessageNames.OldBoard, subject)], cancellationToken);
        if (current is null || old is null)
        {
            // Someone deleted the old message, so there is nothing to redraw.
            return null;
        }

        var link = Mrkdwn.Link(workspace.Permalink(current.ChannelId, current.Ts), BoardPosts.OpenLabel);
        return new CardView(
            Address.Incident(number), MessageContent.Paragraph(Mrkdwn.Text($"The board of this meeting moved down. {link}")));
    }
}
