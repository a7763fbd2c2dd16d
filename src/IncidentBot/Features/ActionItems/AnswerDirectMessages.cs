using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers each direct message to the bot once, in the same thread: "done" shows the person's open action items with buttons,
/// anything else gets a hint and buttons. Guests and outsiders are told that buttons are for members.
/// </summary>
internal sealed class AnswerDirectMessages(PeopleDirectory people, SlackWorkspace workspace, DirectReplies replies)
    : IEventHandler<MessagePosted>
{
    private const int FewWords = 3;

    public async Task HandleAsync(MessagePosted slackEvent, CancellationToken cancellationToken)
    {
        var message = slackEvent.Message;
        if (slackEvent.ChannelType != "im" || !slackEvent.IsContent || message.IsFromBot
            || message.User is not { Length: > 0 } user || workspace.IsUs(user, message.BotId))
        {
            return;
        }

        var person = new PersonId(user);
        if (MembersOnly.RefusalFor(await people.StandingOfAsync(person, cancellationToken)) is { } refusal)
        {
            await replies.RefuseAsync(person, slackEvent, refusal, cancellationToken);
        }
        else if (!SaysDone(message.Text))
        {
            await replies.SendHintAsync(person, slackEvent, cancellationToken);
        }
        else
        {
            await replies.ShowItemsAsync(person, slackEvent, cancellationToken);
        }
    }

    private static bool SaysDone(string text)
    {
        var words = SlackText.Plain(text).ToLowerInvariant().Split([' ', '.', '!', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= FewWords && words.Contains("done");
    }
}

/// <summary>The answers to direct messages, each in the thread of its message. They save.</summary>
internal sealed class DirectReplies(IncidentDb db, ItemNotices notices, IOptions<IncidentsOptions> options, TimeProvider time)
{
    public Task RefuseAsync(PersonId person, MessagePosted asked, string refusal, CancellationToken cancellationToken) =>
        SendAsync(person, asked, MessageContent.Paragraph(Mrkdwn.Escape(refusal)), cancellationToken);

    public Task SendHintAsync(PersonId person, MessagePosted asked, CancellationToken cancellationToken) =>
        SendAsync(person, asked, BotReplies.Message(BotReplies.Hint(options.Value.Command)), cancellationToken);

    /// <summary>The person's open action items with buttons, or that there are none.</summary>
    public async Task ShowItemsAsync(PersonId person, MessagePosted asked, CancellationToken cancellationToken)
    {
        var own = await db.ActionItems.Where(item => item.Owner == person && item.ClosedAt == null)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).Select(item => item.Id).ToListAsync(cancellationToken);
        if (own.Count == 0)
        {
            var none = BotReplies.Message(Mrkdwn.Raw("You have no open action items."));
            await SendAsync(person, asked, none, cancellationToken);
            return;
        }

        var list = $"list:{person}:{asked.Message.Ts}";
        var message = ThreadOf(asked) is { } thread ? ActionItemsMessage.InThread(list, asked.Channel, thread) : list;
        if (!await db.ActionNotices.AnyAsync(notice => notice.Message == message, cancellationToken))
        {
            await notices.SendAsync(
                person,
                message,
                own.ConvertAll(id => new ItemNotice($"{list}:{id:N}", id, NoticeKind.List)),
                time.GetUtcNow(),
                cancellationToken);
        }
    }

    private static string? ThreadOf(MessagePosted asked) => asked.Message is { IsReply: true, ThreadTs: { } root } ? root : null;

    private async Task SendAsync(PersonId person, MessagePosted asked, MessageContent content, CancellationToken cancellationToken)
    {
        var place = ThreadOf(asked) is { } thread ? Address.Thread(asked.Channel, thread) : Address.Person(person);
        await db.EnqueueOnceAsync(
            Lane.Person(person),
            new Post(place, content),
            $"answer:{asked.Channel}:{asked.Message.Ts}",
            time.GetUtcNow(),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
