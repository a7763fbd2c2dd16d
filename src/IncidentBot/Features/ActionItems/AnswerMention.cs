using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers each mention of the bot once: in an incident's channel with the buttons of its card, elsewhere with a hint and buttons.
/// Other bots get no answer, so two bots can't answer each other forever.
/// </summary>
internal sealed class AnswerMention(IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, ISlackApi slack, TimeProvider time)
    : IEventHandler<AppMention>
{
    public async Task HandleAsync(AppMention slackEvent, CancellationToken cancellationToken)
    {
        var key = $"mention:{slackEvent.Channel}:{slackEvent.Ts}";
        if (slackEvent.User is not { Length: > 0 } user || slackEvent.BotId is not null || workspace.IsUs(user, null)
            || await db.HandledRequests.AnyAsync(handled => handled.Key == key, cancellationToken)
            || (await people.FindAsync(new PersonId(user), cancellationToken)).IsBot)
        {
            return;
        }

        // Ephemeral, so it is sent directly and not through the outbox.
        var (text, blocks) = Answer(await IncidentOfAsync(slackEvent.Channel, cancellationToken));
        await slack.SendAsync(
            new ChatPostEphemeral(slackEvent.Channel, user) { Text = text, Blocks = blocks, ThreadTs = slackEvent.ThreadTs },
            cancellationToken);
        db.HandledRequests.Add(new HandledRequest { Key = key, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Incident?> IncidentOfAsync(string channelId, CancellationToken cancellationToken) =>
        (await db.OwnersOfAsync(channelId, cancellationToken)).IncidentForCommands is { } number
            ? await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken)
            : null;

    private static (Mrkdwn Text, IReadOnlyList<Block> Blocks) Answer(Incident? incident)
    {
        if (incident is null)
        {
            return (BotReplies.Hint, BotReplies.Blocks(BotReplies.Hint));
        }

        var text = Mrkdwn.Text($"{IncidentWords.Title(incident)}: here is what you can do. `/incident help` lists all commands.");
        return (text, [new SectionBlock(text), .. StatusCard.Menu(incident)]);
    }
}
