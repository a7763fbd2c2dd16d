namespace IncidentBot.Sandbox.State;

internal sealed record Team(string Id, string Domain, string Name)
{
    public string Url => $"https://{Domain}.slack.com/";
}

internal sealed record UserGroup(string Id, string Handle, string Name, IReadOnlyList<string> Users);

internal sealed record Bookmark(string Id, string Channel, string Title, string? Link, string? Emoji, DateTimeOffset Created)
{
    public DateTimeOffset? Updated { get; init; }
}
