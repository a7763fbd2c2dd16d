namespace IncidentBot.Storage.Rows;

/// <summary>
/// A key with which the framework signs and encrypts the cookies of the pages. Every node reads it, so a person who signed in at one is
/// signed in at all of them, and stays so over a restart.
/// </summary>
internal sealed class SignInKey
{
    /// <summary>Counts from 1. Two nodes that make the first key at the same moment ask for one number, and one of them gets it.</summary>
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As the framework writes it.</summary>
    public required string Xml { get; init; }
}
