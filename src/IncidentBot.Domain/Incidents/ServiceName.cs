namespace IncidentBot.Domain.Incidents;

/// <summary>Names of services: people type one service in different ways.</summary>
public static class ServiceName
{
    /// <summary>The name as it is compared: without case and spaces.</summary>
    /// <param name="name">As typed.</param>
    public static string Key(string name) =>
        string.Concat(PlainText.Visible(name).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>The name as it is stored: one line, at most <see cref="Incident.NameLimit"/> characters.</summary>
    /// <param name="name">As typed.</param>
    /// <returns>Refused, about "name", when it is empty or too long.</returns>
    public static Result<string> Check(string? name) => PlainText.OneLine(name, Incident.NameLimit, "name", "The name");
}
