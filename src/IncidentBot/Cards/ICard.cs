using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Cards;

/// <summary>A message that is kept up to date: rendered from the database whenever it is sent.</summary>
internal interface ICard
{
    /// <summary>What it shows now and where; null when there is nothing to show (a private incident has no headline).</summary>
    Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken);
}

/// <summary>A rendered card.</summary>
/// <param name="To">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Under">The name of the posted message in whose thread it goes; top level when null.</param>
internal sealed record CardView(Address To, MessageContent Content, string? Under = null)
{
    /// <summary>
    /// Whether it only says that nothing is left to do, because someone acted before it was sent. Then it is not posted; a message that is
    /// posted already shows it.
    /// </summary>
    public bool IsSettled { get; init; }
}
