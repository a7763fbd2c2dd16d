using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>A member of the workspace ("User object").</summary>
public sealed record SlackUser
{
    /// <summary>The user id.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The handle; deprecated by Slack as a name for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>The full name.</summary>
    public string RealName { get; init; } = "";

    /// <summary>The IANA time zone; null for bots, deactivated and external people.</summary>
    public string? Tz { get; init; }

    /// <summary>The distance from UTC, in seconds; null when Slack does not say.</summary>
    public int? TzOffset { get; init; }

    /// <summary>The language, when asked for.</summary>
    public string? Locale { get; init; }

    /// <summary>Deactivated.</summary>
    public bool Deleted { get; init; }

    /// <summary>A bot; Slackbot says no, see <see cref="IsPerson"/>.</summary>
    public bool IsBot { get; init; }

    /// <summary>An administrator of the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>A guest in several channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest in one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Someone from another organisation who shares no channel.</summary>
    public bool IsStranger { get; init; }

    /// <summary>The person's place in an Enterprise organisation; null elsewhere.</summary>
    public SlackEnterpriseUser? EnterpriseUser { get; init; }

    /// <summary>Names, e-mail and picture.</summary>
    public SlackUserProfile Profile { get; init; } = new();

    /// <summary>The name that people see: the display name, or the full name where there is none.</summary>
    [JsonIgnore]
    public string DisplayName => Profile switch
    {
        { DisplayName: { Length: > 0 } name } => name,
        { RealName: { Length: > 0 } name } => name,
        _ => RealName.Length > 0 ? RealName : Name,
    };

    /// <summary>True for a person who can act: no bot, not Slackbot, not deactivated.</summary>
    [JsonIgnore]
    public bool IsPerson => !IsBot && !Deleted && Id != "USLACKBOT";
}

/// <summary>A person's place in an Enterprise organisation.</summary>
public sealed record SlackEnterpriseUser
{
    /// <summary>The workspaces of the organisation to which the person belongs.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];
}

/// <summary>How a member presents themselves.</summary>
public sealed record SlackUserProfile
{
    /// <summary>The name that they chose; may be empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The full name.</summary>
    public string RealName { get; init; } = "";

    /// <summary>The e-mail address; needs users:read.email.</summary>
    public string? Email { get; init; }

    /// <summary>A picture, 72 pixels wide.</summary>
    [JsonPropertyName("image_72")]
    public string? Image72 { get; init; }
}
