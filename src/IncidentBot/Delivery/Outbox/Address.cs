namespace IncidentBot.Delivery.Outbox;

internal enum AddressKind
{
    Channel,
    Incident,
    Announcements,
    Person,
    Thread,
}

/// <summary>Where a message goes. Slack's id is looked up when it is sent, because the channel may not exist yet.</summary>
internal sealed record Address(AddressKind Kind, string Value)
{
    public static readonly Address Announcements = new(AddressKind.Announcements, "");

    public static Address Channel(string channelId) => new(AddressKind.Channel, channelId);

    public static Address Incident(int number) =>
        new(AddressKind.Incident, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The thread of someone's message.</summary>
    public static Address Thread(string channelId, string ts) => new(AddressKind.Thread, $"{channelId}/{ts}");

    public static Address Person(Domain.PersonId person) => new(AddressKind.Person, person.Value);
}
