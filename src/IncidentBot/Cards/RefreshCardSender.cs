using System.Security.Cryptography;
using System.Text;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

internal sealed class RefreshCardSender(IncidentDb db, ISlackApi slack, Addresses addresses, Postings postings, CardTable cards)
    : IEffectSender<RefreshCard>
{
    public async Task<EffectResult> SendAsync(RefreshCard effect, Sending sending, CancellationToken cancellationToken) =>
        await DrawAsync(await MessageOfAsync(effect, cancellationToken), sending, cancellationToken);

    /// <summary>A card that is a section of someone's reminder is drawn with the whole message.</summary>
    private async Task<RefreshCard> MessageOfAsync(RefreshCard effect, CancellationToken cancellationToken) =>
        await db.ReminderLines.Where(line => line.Card == effect.Card && line.Subject == effect.Subject && line.Message != null)
            .Select(line => line.Message).FirstOrDefaultAsync(cancellationToken) is { } message
            ? new RefreshCard(BotMessageNames.Reminders, message)
            : effect;

    private async Task<EffectResult> DrawAsync(RefreshCard effect, Sending sending, CancellationToken cancellationToken)
    {
        var view = await cards.Find(effect.Card).RenderAsync(effect.Subject, cancellationToken);
        if (view is null)
        {
            return EffectResult.Done;
        }

        var where = await addresses.FindAsync(view.To, cancellationToken);
        if (where.IsOutOfReach)
        {
            return where.Unreachable;
        }

        if (where.ChannelId is { } place)
        {
            view = view with { Content = await db.ForReaderAsync(view.Content, place, cancellationToken) };
        }

        var posted = await db.BotMessages.FindAsync([effect.Name], cancellationToken);
        return posted is null && view.IsSettled ? EffectResult.Done
            : posted is null ? await PostAsync(effect, view, where, sending, cancellationToken)
            : await UpdateAsync(posted, view, sending, cancellationToken);
    }

    private async Task<EffectResult> PostAsync(
        RefreshCard effect, CardView view, Destination where, Sending sending, CancellationToken cancellationToken)
    {
        if (where.Reachable is not { } channel)
        {
            return where.Unreachable;
        }

        var parent = view.Under is null ? null : await db.BotMessages.FindAsync([view.Under], cancellationToken);
        var asCard = await AsCardAsync(effect, sending, cancellationToken);
        var outcome = await postings.PostAsync(new Posting(channel, view.Content, asCard, where.ThreadUnder(parent)), cancellationToken);
        if (outcome.Posted is not { } posted)
        {
            return outcome.Result;
        }

        var card = new BotMessage
        {
            Name = effect.Name,
            ChannelId = posted.ChannelId,
            Ts = posted.Ts,
            ContentHash = posted.IsEarlier ? "" : Hash(view.Content),
        };
        db.BotMessages.Add(card);
        await NameSectionsAsync(effect, card, cancellationToken);
        return posted.IsEarlier ? await UpdateAsync(card, view, sending, cancellationToken) : outcome.Result;
    }

    /// <summary>The sections of a reminder are found under their own names too: a file goes into the thread of its section.</summary>
    private async Task NameSectionsAsync(RefreshCard effect, BotMessage card, CancellationToken cancellationToken)
    {
        if (effect.Card != BotMessageNames.Reminders)
        {
            return;
        }

        var sections = await db.ReminderLines.AsNoTracking().Where(line => line.Message == effect.Subject)
            .Select(line => new { line.Card, line.Subject }).Distinct().ToListAsync(cancellationToken);
        foreach (var name in sections.Select(section => BotMessageNames.Card(section.Card, section.Subject)))
        {
            if (await db.BotMessages.FindAsync([name], cancellationToken) is { } known)
            {
                (known.ChannelId, known.Ts) = (card.ChannelId, card.Ts);
            }
            else
            {
                db.BotMessages.Add(new BotMessage { Name = name, ChannelId = card.ChannelId, Ts = card.Ts });
            }
        }
    }

    /// <summary>
    /// A card is posted under its own name, not its row's key: an earlier row may have been given up because Slack's answer was lost,
    /// although the message was posted. So that message is looked up first.
    /// </summary>
    private async Task<Sending> AsCardAsync(RefreshCard effect, Sending sending, CancellationToken cancellationToken)
    {
        // A card has one lane, whose rows an index finds.
        var givenUp = await db.Outbox
            .Where(row => row.State == LaneRowState.Parked && row.Lane == sending.Lane && row.Card == effect.Name)
            .MinAsync(row => (DateTimeOffset?)row.CreatedAt, cancellationToken);
        return sending with
        {
            Key = effect.Name,
            LookFirst = sending.LookFirst || givenUp is not null,
            CreatedAt = givenUp ?? sending.CreatedAt,
        };
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
            // Someone deleted the card; forget it and post a new one next time.
            db.BotMessages.Remove(posted);
            return EffectResult.NotBefore(sending.CreatedAt);
        }

        return EffectResult.From(response);
    }

    private static string Hash(MessageContent content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.Arguments.GetRawText())));
}
