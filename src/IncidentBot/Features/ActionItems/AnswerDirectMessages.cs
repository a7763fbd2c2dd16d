using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
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
/// anything else gets a hint and buttons.
/// </summary>
internal sealed class AnswerDirectMessages(
    IncidentDb db, ItemNotices notices, SlackWorkspace workspace, IOptions<IncidentsOptions> options, TimeProvider time)
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
        var thread = message is { IsReply: true, ThreadTs: { } root } ? root : null;
        if (!SaysDone(message.Text))
        {
            await ReplyAsync(person, slackEvent, thread, BotReplies.Hint(options.Value.Command), cancellationToken);
        }
        else if (!await ShowItemsAsync(person, slackEvent, thread, cancellationToken))
        {
            await ReplyAsync(person, slackEvent, thread, Mrkdwn.Raw("You have no open action items."), cancellationToken);
        }
    }

    private static bool SaysDone(string text)
    {
        var words = SlackText.Plain(text).ToLowerInvariant().Split([' ', '.', '!', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= FewWords && words.Contains("done");
    }

    private async Task ReplyAsync(
        PersonId person, MessagePosted asked, string? thread, Mrkdwn sentence, CancellationToken cancellationToken)
    {
        var place = thread is null ? Address.Person(person) : Address.Thread(asked.Channel, thread);
        await db.EnqueueOnceAsync(
            Lane.Person(person),
            new Post(place, BotReplies.Message(sentence)),
            $"answer:{asked.Channel}:{asked.Message.Ts}",
            time.GetUtcNow(),
            cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns false when the person has no open action items.</summary>
    private async Task<bool> ShowItemsAsync(PersonId person, MessagePosted asked, string? thread, CancellationToken cancellationToken)
    {
        var own = await db.ActionItems.Where(item => item.Owner == person && item.ClosedAt == null)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).Select(item => item.Id).ToListAsync(cancellationToken);
        var list = $"list:{person}:{asked.Message.Ts}";
        var message = thread is null ? list : ActionItemsMessage.InThread(list, asked.Channel, thread);
        if (own.Count > 0 && !await db.ActionNotices.AnyAsync(notice => notice.Message == message, cancellationToken))
        {
            await notices.SendAsync(
                person,
                message,
                own.ConvertAll(id => new ItemNotice($"{list}:{id:N}", id, NoticeKind.List)),
                time.GetUtcNow(),
                cancellationToken);
        }

        return own.Count > 0;
    }
}
