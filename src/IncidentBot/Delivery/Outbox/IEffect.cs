namespace IncidentBot.Delivery.Outbox;

/// <summary>Something that shall be so in Slack: a record that is stored as JSON and sent by its <see cref="IEffectSender{T}"/>.</summary>
internal interface IEffect
{
    /// <summary>Which card it refreshes, or what it nudges for: of rows that wait together under one name one is sent.</summary>
    string? MergeKey => null;
}

/// <summary>
/// Sends one kind of effect. It reads Slack's ids from our tables, writes what Slack answered into tracked entities, and
/// leaves saving to the dispatcher, which marks the row in the same transaction.
/// </summary>
internal interface IEffectSender<in TEffect>
    where TEffect : IEffect
{
    /// <summary>
    /// Makes it so. When <see cref="Sending.LookFirst"/> is set an earlier attempt may have worked: ask Slack first.
    /// </summary>
    Task<EffectResult> SendAsync(TEffect effect, Sending sending, CancellationToken cancellationToken);

    /// <summary>It was given up: what people are told of it, saved with the row. Most effects tell no one but the operator.</summary>
    Task GivenUpAsync(TEffect effect, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What a sender knows about the row that it sends.</summary>
/// <param name="Key">The row's unique key; travels in the message's metadata, so that the message can be found again.</param>
/// <param name="Lane">The row's lane.</param>
/// <param name="LookFirst">True when an earlier attempt may have had its effect.</param>
/// <param name="CreatedAt">When the effect was asked for: nothing of it can be in Slack before.</param>
internal sealed record Sending(string Key, string Lane, bool LookFirst, DateTimeOffset CreatedAt);
