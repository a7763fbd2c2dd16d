namespace IncidentBot.Slack.WebApi;

/// <summary>usergroups.list: the user groups; a paid feature ("plan_upgrade_required").</summary>
public sealed record UserGroupsList : ISlackRequest<UserGroupsResponse>
{
    /// <inheritdoc/>
    public string Method => "usergroups.list";

    /// <summary>Adds the members.</summary>
    public bool IncludeUsers { get; init; }
}

/// <summary>usergroups.users.list: the members of a user group.</summary>
/// <param name="Usergroup">The user group id.</param>
public sealed record UserGroupsUsersList(string Usergroup) : ISlackRequest<UserGroupUsersResponse>
{
    /// <inheritdoc/>
    public string Method => "usergroups.users.list";
}

/// <summary>The user groups.</summary>
public sealed record UserGroupsResponse
{
    /// <summary>The groups.</summary>
    public IReadOnlyList<UserGroup> Usergroups { get; init; } = [];
}

/// <summary>A user group, such as the people on call.</summary>
public sealed record UserGroup
{
    /// <summary>Its id, "S…".</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it is mentioned, without "@".</summary>
    public string Handle { get; init; } = "";

    /// <summary>Its members, when asked for.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
}

/// <summary>The members of a user group.</summary>
public sealed record UserGroupUsersResponse
{
    /// <summary>User ids.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
}
