namespace IncidentBot.Delivery.Outbox;

/// <summary>A change to make in Slack: a record that is stored as JSON and sent by its <see cref="IEffectSender{T}"/>.</summary>
internal interface IEffect
{
    /// <summary>The card it refreshes, or the subject of its nudge; of several waiting rows with the same key, only one is sent.</summary>
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
    /// Carries it out. When <see cref="Sending.LookFirst"/> is set an earlier attempt may have worked: ask Slack first.
    /// </summary>
    Task<EffectResult> SendAsync(TEffect effect, Sending sending, CancellationToken cancellationToken);

    /// <summary>Called when the effect was given up, to inform people; saved with the row. Most effects only inform the operator.</summary>
    Task GivenUpAsync(TEffect effect, string reason, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What a sender knows about the row that it sends.</summary>
/// <param name="Key">The row's unique key; travels in the message's metadata, so that the message can be found again.</param>
/// <param name="Lane">The row's lane.</param>
/// <param name="LookFirst">True when an earlier attempt may have had its effect.</param>
/// <param name="CreatedAt">When the effect was requested; it can't be in Slack before.</param>
internal sealed record Sending(string Key, string Lane, bool LookFirst, DateTimeOffset CreatedAt);
