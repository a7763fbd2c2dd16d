using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Failures;

/// <summary>Changes that people make to channels by hand. <c>by</c> is the person who makes the change.</summary>
internal sealed partial class WorkspaceFailures
{
    private const string DefaultPerson = "maya";

    private static readonly User Stranger =
        new("U0NOOR0011", "noor", "Noor Haddad") { Title = "Account manager at a partner", TeamId = "T0PARTNER1" };

    /// <summary>Removes the bot: it learns that it left, and receives nothing more from the channel.</summary>
    public void RemoveBot(string channel, string by = DefaultPerson)
    {
        var (id, bot) = (workspace.Channels.Named(channel).Id, workspace.Users.Bot.Id);
        Begin($"bot-removed-{id}", $"The bot is removed from {Shown(id)}",
            () => workspace.Channels.Leave(id, bot, IdOf(by)), () => BringBotBack(id, by));
    }

    public void InviteBot(string channel, string by = DefaultPerson)
    {
        var id = workspace.Channels.Named(channel).Id;
        End($"bot-removed-{id}");
        BringBotBack(id, by);
    }

    /// <summary>Renames the channel; the old name is restored when the failure ends.</summary>
    public void RenameChannel(string channel, string name, string by = DefaultPerson)
    {
        var before = workspace.Channels.Named(channel);
        RequireFree(name);
        Begin($"renamed-{before.Id}", $"#{before.Name} is renamed by hand", () => { },
            () => workspace.Channels.Rename(before.Id, before.Name, IdOf(by)));
        workspace.Channels.Rename(before.Id, name, IdOf(by));
    }

    /// <summary>Archives the channel, which removes the bot; the bot is back when the failure ends.</summary>
    public void ArchiveChannel(string channel, string by = DefaultPerson)
    {
        var id = workspace.Channels.Named(channel).Id;
        var wasIn = workspace.Channels.Named(id).Members.Contains(workspace.Users.Bot.Id);
        Begin($"archived-{id}", $"{Shown(id)} is archived by hand", () => workspace.Channels.Archive(id, IdOf(by)), () =>
        {
            workspace.Channels.Unarchive(id, IdOf(by));
            if (wasIn)
            {
                BringBotBack(id, by);
            }
        });
    }

    /// <summary>Brings the channel back without the bot, as Slack does.</summary>
    public void UnarchiveChannel(string channel, string by = DefaultPerson)
    {
        var id = workspace.Channels.Named(channel).Id;
        workspace.Change(() => standing.RemoveAll(t => t.Id == $"archived-{id}"));
        workspace.Channels.Unarchive(id, IdOf(by));
    }

    /// <summary>Creates a person's channel with this name. If archived, no one sees it, and Slack still answers name_taken.</summary>
    public Channel OccupyName(string name, bool archived = true, string by = DefaultPerson)
    {
        RequireFree(name);
        var channel = workspace.Channels.Create(name, isPrivate: false, IdOf(by));
        Begin($"occupied-{channel.Id}", $"The name {name} is taken{(archived ? " by an archived channel" : "")}", () => { },
            () => workspace.Channels.Delete(channel.Id));
        if (archived)
        {
            workspace.Channels.Archive(channel.Id, IdOf(by));
        }

        return workspace.Channels.Named(channel.Id);
    }

    /// <summary>Restricts posting, so that the bot gets restricted_action_read_only_channel.</summary>
    public void RestrictPosting(string channel)
    {
        var id = workspace.Channels.Named(channel).Id;
        Begin($"read-only-{id}", $"The bot can't post in {Shown(id)}",
            () => SetReadOnly(id, true), () => SetReadOnly(id, false));
    }

    public void AllowPosting(string channel) => End($"read-only-{workspace.Channels.Named(channel).Id}");

    /// <summary>
    /// Slack Connect: a person of another company joins, without a time zone or an address. They can't use commands.
    /// </summary>
    public User ShareChannel(string channel, string by = DefaultPerson)
    {
        var id = workspace.Channels.Named(channel).Id;
        Begin($"shared-{id}", $"{Shown(id)} is shared with another company", () => Share(id, by), () => Unshare(id));
        return workspace.Users.ById(Stranger.Id)!;
    }

    public void UnshareChannel(string channel) => End($"shared-{workspace.Channels.Named(channel).Id}");

    private void Share(string id, string by) => workspace.Change(() =>
    {
        workspace.Users.Put(Stranger);
        var shared = workspace.Channels.Named(id) with { SharedWith = Stranger.TeamId };
        workspace.Channels.Put(shared);
        workspace.Events.ChannelShared(shared, Stranger.TeamId!, shared: true);
        workspace.Channels.Join(id, Stranger.Id, IdOf(by));
    });

    private void Unshare(string id) => workspace.Change(() =>
    {
        var own = workspace.Channels.Leave(id, Stranger.Id) with { SharedWith = null };
        workspace.Channels.Put(own);
        workspace.Events.ChannelShared(own, Stranger.TeamId!, shared: false);
    });

    private void RequireFree(string name)
    {
        if (workspace.Channels.IsTaken(name))
        {
            throw new InvalidOperationException($"There is already a channel called {name}.");
        }
    }

    private void SetReadOnly(string id, bool on) => workspace.Channels.Put(workspace.Channels.Named(id) with { IsReadOnly = on });

    private void BringBotBack(string id, string by)
    {
        if (workspace.Channels.Find(id) is { IsArchived: false })
        {
            workspace.Channels.Join(id, workspace.Users.Bot.Id, IdOf(by));
        }
    }

    private string Shown(string id) => "#" + workspace.Channels.Named(id).Name;
}
