using IncidentBot.Delivery.Outbox;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Effects;

/// <summary>Posts a message in a channel or a DM, rendered when it was requested.</summary>
/// <param name="To">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Under">The name of the posted message in whose thread it goes; top level when null.</param>
/// <param name="Name">The name under which it can be found again; null when it is not needed.</param>
[Effect("post", NewestWins = true, IsLimitedPerChannel = true)]
internal sealed record Post(Address To, MessageContent Content, string? Under = null, string? Name = null) : IEffect
{
    /// <summary>The subject of a repeated nudge: of several waiting ones, only the newest is sent.</summary>
    public string? Nudge { get; init; }

    string? IEffect.MergeKey => Nudge;
}

/// <summary>Posts a message once: its key travels in the metadata, by which a lost answer is found again.</summary>
internal sealed class PostSender(IncidentDb db, Addresses addresses, Postings postings) : IEffectSender<Post>
{
    public async Task<EffectResult> SendAsync(Post effect, Sending sending, CancellationToken cancellationToken)
    {
        if (await addresses.IsHiddenAsync(effect.To, effect.Under, cancellationToken))
        {
            return EffectResult.Done;
        }

        var where = await addresses.FindAsync(effect.To, cancellationToken);
        if (where.Reachable is not { } channel)
        {
            return where.Unreachable;
        }

        var parent = effect.Under is null ? null : await db.BotMessages.FindAsync([effect.Under], cancellationToken);
        var outcome = await postings.PostAsync(
            new Posting(channel, effect.Content, sending, where.ThreadUnder(parent)), cancellationToken);
        if (outcome.Posted is { } posted && effect.Name is { } name)
        {
            await RememberAsync(name, posted, cancellationToken);
        }

        return outcome.Result;
    }

    private async Task RememberAsync(string name, PostedAt posted, CancellationToken cancellationToken)
    {
        if (await db.BotMessages.FindAsync([name], cancellationToken) is { } known)
        {
            (known.ChannelId, known.Ts) = (posted.ChannelId, posted.Ts);
            return;
        }

        db.BotMessages.Add(new BotMessage { Name = name, ChannelId = posted.ChannelId, Ts = posted.Ts });
    }
}
