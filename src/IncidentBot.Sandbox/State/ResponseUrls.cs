namespace IncidentBot.Sandbox.State;

/// <summary>The channel for responses to one payload, and the message that they may replace.</summary>
internal sealed record ResponseTarget(string Channel, string User, string? MessageTs, string? ThreadTs, DateTimeOffset Issued)
{
    public int Uses { get; init; }
}

/// <summary>response_url: five uses within thirty minutes.</summary>
internal sealed class ResponseUrls(Workspace workspace)
{
    public const int MaxUses = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, ResponseTarget> byPath = [];

    /// <summary><paramref name="kind"/> is the first segment: commands, actions or app.</summary>
    public Uri Issue(string kind, string channel, string user, string? messageTs = null, string? threadTs = null) => workspace.Change(() =>
    {
        var path = $"hooks/{kind}/{workspace.Team.Id}/{workspace.Ids.NextNumber()}/{Ids.Secret()}";
        byPath[path] = new ResponseTarget(channel, user, messageTs, threadTs, workspace.Now);
        return new Uri(workspace.Options.BaseUrl, path);
    });

    /// <summary>Uses the address once: the target, or the error code.</summary>
    public (ResponseTarget? Target, string? Error) Use(string path) => workspace.Change<(ResponseTarget?, string?)>(() =>
    {
        if (!byPath.TryGetValue(path, out var target))
        {
            return (null, "no_service");
        }

        if (workspace.Now - target.Issued > Life)
        {
            return (null, "expired_url");
        }

        if (target.Uses >= MaxUses)
        {
            return (null, "used_url");
        }

        byPath[path] = target with { Uses = target.Uses + 1 };
        return (target, null);
    });

    /// <summary>Later answers replace the newest message that this address wrote.</summary>
    public void Aim(string path, string messageTs) =>
        workspace.Change(() => { byPath[path] = byPath[path] with { MessageTs = messageTs }; });
}
