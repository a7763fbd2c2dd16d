using IncidentBot.Domain;

namespace IncidentBot.Storage.Rows;

/// <summary>A person of the workspace; copied from Slack, refreshed when they change.</summary>
internal sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>The name that people see.</summary>
    public required string Name { get; set; }

    /// <summary>
    /// The full name and the handle, "Priya Nair (@priya)": how others may name them. Empty until Slack is asked.
    /// </summary>
    public string KnownAs { get; set; } = "";

    /// <summary>IANA time zone; UTC where Slack does not say.</summary>
    public required string Zone { get; set; }

    public bool IsBot { get; set; }

    /// <summary>Slack guests of one or several channels: they can write and react, but not decide.</summary>
    public bool IsGuest { get; set; }

    /// <summary>From another organisation, here through a shared channel; null when Slack was not asked since that is stored.</summary>
    public bool? IsOutsider { get; set; }

    public bool IsDeactivated { get; set; }

    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>Slack told us nothing about them, not even a name.</summary>
    public bool IsUnknown => Name == Id.Value;

    /// <summary>Someone who can read a message of the bot and press nothing in it.</summary>
    public bool OnlyReads => Standing is Standing.Guest or Standing.Outsider;

    /// <summary>What they may do follows from this alone.</summary>
    public Standing Standing => this switch
    {
        { IsUnknown: true } => Standing.Unknown,
        { IsDeactivated: true } => Standing.Deactivated,
        { IsOutsider: true } => Standing.Outsider,
        { IsGuest: true } => Standing.Guest,
        { IsOutsider: null } => Standing.Unknown,
        _ => Standing.Member,
    };
}

/// <summary>Who a person is to us: members act, guests and outsiders write and react, the others do nothing.</summary>
internal enum Standing
{
    /// <summary>Slack did not say.</summary>
    Unknown,

    Member,

    Guest,

    /// <summary>From another organisation.</summary>
    Outsider,

    Deactivated,
}
