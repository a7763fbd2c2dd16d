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

    public bool IsDeactivated { get; set; }

    public required DateTimeOffset FetchedAt { get; set; }

    /// <summary>Slack told us nothing about them, not even a name.</summary>
    public bool IsUnknown => Name == Id.Value;
}
