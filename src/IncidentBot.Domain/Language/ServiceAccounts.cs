namespace IncidentBot.Domain.Language;

/// <summary>Handles that belong to a product and not to a person.</summary>
internal static class ServiceAccounts
{
    private static readonly string[] Endings = ["status", "support", "help"];

    /// <summary>Whether a typed handle looks like the account of a product: "@AcmeStatus".</summary>
    /// <param name="handle">The handle with its @.</param>
    public static bool IsLikely(string handle) =>
        Endings.Any(ending => handle.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
