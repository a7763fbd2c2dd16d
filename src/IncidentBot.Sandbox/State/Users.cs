namespace IncidentBot.Sandbox.State;

internal sealed class Users(Workspace workspace)
{
    public const string Slackbot = "USLACKBOT";

    private readonly Dictionary<string, User> byId = [];
    private readonly Dictionary<string, UserGroup> groups = [];

    public IReadOnlyList<User> All => workspace.Read(() => byId.Values.ToList());

    /// <summary>The people one can act as: active people, and people of other companies while they share a channel.</summary>
    public IReadOnlyList<User> People =>
        [.. All.Where(u => !u.IsBot && !u.IsDeactivated && u.Id != Slackbot && (!u.IsExternal || IsHere(u)))];

    /// <summary>Whom the page shows now; null for the first person. Signing in offers them first.</summary>
    public string? AtThePage { get; set; }

    public IReadOnlyList<UserGroup> Groups => workspace.Read(() => groups.Values.ToList());

    /// <summary>The installed app's own user.</summary>
    public User Bot => All.First(u => u.AppId == workspace.AppId);

    public User? Find(string nameOrId) => workspace.Read(() =>
        byId.GetValueOrDefault(nameOrId)
        ?? byId.Values.FirstOrDefault(u => string.Equals(u.Name, nameOrId.TrimStart('@'), StringComparison.OrdinalIgnoreCase)));

    public User? ById(string id) => workspace.Read(() => byId.GetValueOrDefault(id));

    public string NameOf(string id) => ById(id)?.RealName ?? id;

    private bool IsHere(User user) => workspace.Channels.All.Any(c => c.SharedWith == user.TeamId && c.Members.Contains(user.Id));

    public void Put(User user) => workspace.Change(() => { byId[user.Id] = user; });

    public void Put(UserGroup group) => workspace.Change(() => { groups[group.Id] = group; });

    /// <summary>Adds a person; the app receives team_join.</summary>
    public void Join(User user) => workspace.Change(() =>
    {
        Put(user);
        workspace.Events.UserJoined(user);
    });

    /// <summary>Changes a profile; the app receives user_change.</summary>
    public void Update(User user) => workspace.Change(() =>
    {
        Put(user);
        workspace.Events.UserChanged(user);
    });
}
