using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Sandbox.People;

/// <summary>The result of typing: a message, or the app's response to a command with the message in it.</summary>
internal sealed record TypingResult(Message? Message, Acknowledgement? Acknowledgement);

/// <summary>
/// A person who uses Slack. Methods return when the app has acknowledged a command or click, or when the message is posted.
/// Events are delivered in the background, see <see cref="Workspace.SettleAsync"/>.
/// </summary>
internal sealed partial class Person(Workspace workspace, User user)
{
    public User User => workspace.Users.ById(user.Id) ?? user;

    /// <summary>
    /// Text that starts with one of the app's commands runs the command, except in threads; other text is a message.
    /// </summary>
    public async Task<TypingResult> TypeAsync(string channel, string text, string? thread = null)
    {
        var place = workspace.Channels.Named(channel);
        var words = text.Trim().Split((char[])[' ', '\n'], 2);
        if (thread is null && words[0].StartsWith('/'))
        {
            workspace.Note(DeedKind.Command, text.Trim());
            return !User.IsExternal && workspace.App.Commands.Any(c => c.Command == words[0])
                ? await CommandAsync(place, words[0], words.Length > 1 ? words[1].Trim() : "")
                : new TypingResult(FromSlackbot(place, $"`{words[0]}` is not a valid command."), null);
        }

        Enter(place);
        workspace.Note(DeedKind.Message);
        return new TypingResult(workspace.Messages.Post(Draft(place.Id, text, thread)), null);
    }

    public Task<Message> EditAsync(Message message, string text)
    {
        var current = Current(message);
        var draft = Draft(current.Channel, text, current.ThreadTs);
        return Task.FromResult(workspace.Messages.Edit(current, m => m with { Text = draft.Text, Blocks = draft.Blocks }, User.Id));
    }

    public Task DeleteAsync(Message message)
    {
        workspace.Messages.Delete(Current(message));
        return Task.CompletedTask;
    }

    /// <summary>The emoji's name, without colons.</summary>
    public Task ReactAsync(Message message, string emoji)
    {
        workspace.Messages.React(Current(message), emoji.Trim(':'), User.Id);
        workspace.Note(DeedKind.Reaction, emoji.Trim(':'));
        return Task.CompletedTask;
    }

    public Task UnreactAsync(Message message, string emoji)
    {
        workspace.Messages.Unreact(Current(message), emoji.Trim(':'), User.Id);
        return Task.CompletedTask;
    }

    public Task PinAsync(Message message)
    {
        if (Current(message) is { Pin: null } unpinned)
        {
            workspace.Messages.SetPin(unpinned, new Pin(User.Id, workspace.Now), User.Id);
        }

        return Task.CompletedTask;
    }

    public Task UnpinAsync(Message message)
    {
        if (Current(message) is { Pin: not null } pinned)
        {
            workspace.Messages.SetPin(pinned, null, User.Id);
        }

        return Task.CompletedTask;
    }

    public Task<Message> UploadAsync(string channel, string fileName, byte[] content, string comment = "", string? thread = null)
    {
        var place = workspace.Channels.Named(channel);
        Enter(place);
        var file = workspace.Files.Start(fileName, content.LongLength, User.Id);
        workspace.Files.Put(file with { Content = content });
        return Task.FromResult(workspace.Files.Share(Draft(place.Id, comment, thread), [file.Id]));
    }

    /// <summary>The conversation with the bot.</summary>
    public Channel OpenDm()
    {
        var dm = workspace.Channels.DmOf(User.Id);
        workspace.Events.HomeOpened(User.Id, "messages", null);
        return dm;
    }

    /// <summary>Opens the home tab. The app publishes its content in the background, so settle before reading it.</summary>
    public Task OpenHomeAsync()
    {
        workspace.Events.HomeOpened(User.Id, "home", workspace.Views.Home(User.Id));
        return Task.CompletedTask;
    }

    private Message Current(Message message) =>
        workspace.Messages.Find(message.Channel, message.Ts) ?? throw new InvalidOperationException("This message was deleted.");

    /// <summary>Writing in a public channel joins it first; other conversations have no composer for non-members.</summary>
    private void Enter(Channel channel)
    {
        if (channel.IsArchived)
        {
            throw new InvalidOperationException($"#{channel.Name} is archived.");
        }

        if (channel.Members.Contains(User.Id))
        {
            return;
        }

        if (channel.IsPrivate || channel.IsDm)
        {
            throw new InvalidOperationException($"{User.Name} is not a member of that conversation.");
        }

        workspace.Channels.Join(channel.Id, User.Id, inviter: null);
    }

    private Message Draft(string channel, string typed, string? thread)
    {
        var text = new TypedText(workspace).Escape(typed);
        return new Message(channel, "", User.Id, text)
        {
            ThreadTs = thread,
            BotId = User.BotId,
            AppId = User.AppId,
            ClientMsgId = User.IsBot ? null : Guid.NewGuid().ToString(),
            Blocks = typed.Length == 0 || User.IsBot ? Json.EmptyArray : RichText.Of(text),
        };
    }

    private Message FromSlackbot(Channel channel, string text) => workspace.Messages.Post(
        new Message(channel.Id, "", Users.Slackbot, text) { EphemeralTo = User.Id });
}
