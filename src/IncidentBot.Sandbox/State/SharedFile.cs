using System.Collections.Immutable;

namespace IncidentBot.Sandbox.State;

internal sealed record SharedFile(string Id, string Name, string User, DateTimeOffset Created)
{
    public string Title { get; init; } = "";

    public string MimeType { get; init; } = "application/octet-stream";

    public long DeclaredLength { get; init; }

    public byte[]? Content { get; init; }

    public bool IsComplete { get; init; }

    /// <summary>Where it was shared: channel and the message's ts.</summary>
    public ImmutableList<(string Channel, string Ts)> Shares { get; init; } = [];

    public string Extension => Path.GetExtension(Name).TrimStart('.').ToLowerInvariant();
}
