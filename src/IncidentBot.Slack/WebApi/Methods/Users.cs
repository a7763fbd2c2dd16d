using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>users.info: one member.</summary>
/// <param name="User">The user id.</param>
public sealed record UsersInfo(string User) : ISlackRequest<UserResponse>
{
    /// <inheritdoc/>
    public string Method => "users.info";

    /// <summary>Adds the language.</summary>
    public bool IncludeLocale { get; init; }
}

/// <summary>users.list: all members, page by page, with bots and deactivated ones.</summary>
public sealed record UsersList : ISlackRequest<UsersResponse>
{
    /// <inheritdoc/>
    public string Method => "users.list";

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>One member.</summary>
public sealed record UserResponse
{
    /// <summary>The member.</summary>
    public SlackUser User { get; init; } = new() { Id = "" };
}

/// <summary>A page of members.</summary>
public sealed record UsersResponse
{
    /// <summary>The members.</summary>
    public IReadOnlyList<SlackUser> Members { get; init; } = [];
}
