using IncidentBot.Domain;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers what people write to the bot: "done" shows their action items with buttons; anything else, and a mention, gets one
/// sentence and buttons.
/// </summary>
internal sealed class AnswerPeople(IncidentDb db, ItemNotices notices, SlackWorkspace workspace, ISlackApi slack, TimeProvider time)
    : IEventHandler<MessagePosted>, IEventHandler<AppMention>
{
    private const int FewWords = 3;
    private static readonly Mrkdwn Sentence = Mrkdwn.Raw("I listen to buttons and commands: `/incident help` lists them. Perhaps it is one of these:");

    public async Task HandleAsync(MessagePosted slackEvent, CancellationToken cancellationToken)
    {
        var message = slackEvent.Message;
        if (slackEvent.ChannelType != "im" || !slackEvent.IsContent || message.IsFromBot
            || message.User is not { Length: > 0 } user || workspace.IsUs(user, message.BotId))
        {
            return;
        }

        var person = new PersonId(user);
        if (!SaysDone(message.Text) || !await ShowItemsAsync(person, message.Ts, cancellationToken))
        {
            var now = time.GetUtcNow();
            await db.EnqueueOnceAsync(
                Lane.Person(person), new Post(Address.Person(person), new MessageContent(Sentence, Blocks())), $"answer:{user}:{message.Ts}", now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task HandleAsync(AppMention slackEvent, CancellationToken cancellationToken)
    {
        if (slackEvent.User is not { Length: > 0 } user || workspace.IsUs(user, null))
        {
            return;
        }

        // Seen by the one who asked, and gone afterwards: like the answer to a button it is not an effect that has to arrive.
        var answer = new ChatPostEphemeral(slackEvent.Channel, user) { Text = Sentence, Blocks = Blocks(), ThreadTs = slackEvent.ThreadTs };
        await slack.SendAsync(answer, cancellationToken);
    }

    private static Block[] Blocks() =>
    [
        new SectionBlock(Sentence),
        new ActionsBlock(new Button(CardActions.Declare, "Declare an incident"), new Button(ItemActions.Mine, "My action items")),
    ];

    private static bool SaysDone(string text)
    {
        var words = SlackText.Plain(text).ToLowerInvariant().Split([' ', '.', '!', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= FewWords && words.Contains("done");
    }

    private async Task<bool> ShowItemsAsync(PersonId person, string ts, CancellationToken cancellationToken)
    {
        var own = await db.ActionItems.Where(item => item.Owner == person && item.ClosedAt == null)
            .OrderBy(item => item.DueDate).Select(item => item.Id).ToListAsync(cancellationToken);
        var message = $"list:{person}:{ts}";
        if (own.Count > 0 && !await db.ActionNotices.AnyAsync(notice => notice.Message == message, cancellationToken))
        {
            await notices.SendAsync(
                person, message, own.ConvertAll(id => new ItemOccurrence($"{message}:{id:N}", id, NoticeKind.List)), time.GetUtcNow(), cancellationToken);
        }

        return own.Count > 0;
    }
}
