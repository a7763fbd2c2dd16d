using IncidentBot.Outbox;

namespace IncidentBot.Surfaces;

/// <summary>A message that is kept true: rendered from the database whenever it is sent.</summary>
internal interface ICard
{
    /// <summary>What it shows now and where; null when there is nothing to show (a private incident has no headline).</summary>
    Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken);
}

/// <summary>A rendered card.</summary>
/// <param name="To">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Under">The name of the posted message in whose thread it goes; top level when null.</param>
internal sealed record CardView(Address To, MessageContent Content, string? Under = null);

/// <summary>The cards by name. A name is stored with the message and never changes its meaning.</summary>
internal sealed class CardTable
{
    private readonly Dictionary<string, Type> _cards = [];

    public CardTable Add<TCard>(string name)
        where TCard : ICard
    {
        _cards.Add(name, typeof(TCard));
        return this;
    }

    public IEnumerable<Type> Types => _cards.Values;

    public ICard Find(string name, IServiceProvider services) => (ICard)services.GetRequiredService(_cards[name]);
}
