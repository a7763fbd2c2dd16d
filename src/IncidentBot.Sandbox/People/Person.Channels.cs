using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.People;

/// <summary>Channels: join, leave, create, rename, archive.</summary>
internal sealed partial class Person
{
    public Task JoinAsync(string channel)
    {
        Enter(workspace.Channels.Named(channel));
        return Task.CompletedTask;
    }

    public Task LeaveAsync(string channel)
    {
        workspace.Channels.Leave(workspace.Channels.Named(channel).Id, User.Id);
        return Task.CompletedTask;
    }

    /// <summary>"/invite": adds a person or the bot to a channel.</summary>
    public Task InviteAsync(string channel, string nameOrId)
    {
        workspace.Channels.Join(workspace.Channels.Named(channel).Id, workspace.As(nameOrId).User.Id, User.Id);
        return Task.CompletedTask;
    }

    public Task<Channel> CreateChannelAsync(string name, bool isPrivate = false) =>
        Task.FromResult(workspace.Channels.Create(name, isPrivate, User.Id));

    /// <summary>Creates the channel's canvas, or replaces its content.</summary>
    public Task<Canvas> WriteCanvasAsync(string channel, string markdown)
    {
        var canvas = workspace.Canvases.Of(channel) is { } known
            ? known with { Markdown = markdown }
            : workspace.Canvases.Add(channel, User.Id, markdown);
        workspace.Canvases.Put(canvas);
        return Task.FromResult(canvas);
    }

    public Task RenameChannelAsync(string channel, string name)
    {
        workspace.Channels.Rename(workspace.Channels.Named(channel).Id, name, User.Id);
        return Task.CompletedTask;
    }

    public Task ArchiveAsync(string channel)
    {
        workspace.Channels.Archive(workspace.Channels.Named(channel).Id, User.Id);
        return Task.CompletedTask;
    }

    public Task UnarchiveAsync(string channel)
    {
        workspace.Channels.Unarchive(workspace.Channels.Named(channel).Id, User.Id);
        return Task.CompletedTask;
    }
}
