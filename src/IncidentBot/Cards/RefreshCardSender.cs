using System.Security.Cryptography;
using System.Text;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

internal sealed class RefreshCardSender(IncidentDb db, ISlackApi slack, Addresses addresses, Postings postings, CardTable cards, IServiceProvider services)
    : IEffectSender<RefreshCard>
{
    public async Task<EffectResult> SendAsync(RefreshCard effect, Sending sending, CancellationToken cancellationToken)
    {
        var view = await cards.Find(effect.Card, services).RenderAsync(effect.Subject, cancellationToken);
        if (view is null)
        {
            return EffectResult.Done;
        }

        var where = await addresses.FindAsync(view.To, cancellationToken);
        if (where.IsOutOfReach)
        {
            return where.Unreachable;
        }

        var posted = await db.BotMessages.FindAsync([effect.Name], cancellationToken);
        return posted is null
            ? await PostAsync(effect, view, where, sending, cancellationToken)
            : await UpdateAsync(posted, view, sending, cancellationToken);
    }

    private async Task<EffectResult> PostAsync(RefreshCard effect, CardView view, Destination where, Sending sending, CancellationToken cancellationToken)
    {
        if (where.Reachable is not { } channel)
        {
            return where.Unreachable;
        }

        var parent = view.Under is null ? null : await db.BotMessages.FindAsync([view.Under], cancellationToken);
        var outcome = await postings.PostAsync(new Posting(channel, view.Content, sending, where.ThreadUnder(parent)), cancellationToken);
        if (outcome.Posted is { } posted)
        {
            db.BotMessages.Add(new BotMessage
            {
                Name = effect.Name,
                ChannelId = posted.ChannelId,
                Ts = posted.Ts,
                ContentHash = Hash(view.Content),
            });
        }

        return outcome.Result;
    }

    private async Task<EffectResult> UpdateAsync(BotMessage posted, CardView view, Sending sending, CancellationToken cancellationToken)
    {
        var hash = Hash(view.Content);
        if (posted.ContentHash == hash)
        {
            return EffectResult.Done;
        }

        var response = await slack.CallAsync(
            "chat.update", view.Content.With(new("channel", posted.ChannelId), new("ts", posted.Ts)), cancellationToken);
        if (response.Ok)
        {
            posted.ContentHash = hash;
        }
        else if (response.Error is "message_not_found")
        {
            // Somebody deleted the card: forget it, and post a new one the next time round.
            db.BotMessages.Remove(posted);
            return EffectResult.NotBefore(sending.CreatedAt);
        }

        return EffectResult.From(response);
    }

    private static string Hash(MessageContent content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.Arguments.GetRawText())));
}
