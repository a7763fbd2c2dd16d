namespace IncidentBot.Cards;

/// <summary>The cards by name. A name is stored with the message and never changes its meaning.</summary>
internal sealed class CardTable(IEnumerable<CardRow> rows, IServiceProvider services)
{
    private readonly Dictionary<string, Type> _cards = rows.ToDictionary(row => row.Name, row => row.Card);

    public ICard Find(string name) => (ICard)services.GetRequiredService(_cards[name]);
}

/// <summary>A card that a feature registered.</summary>
internal sealed record CardRow(string Name, Type Card);
