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
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers each mention of the bot once: in an incident's channel with the buttons of its card, elsewhere with a hint and buttons. Guests
/// and outsiders are told that buttons are for members. Other bots get no answer, so two bots can't answer each other forever.
/// </summary>
internal sealed class AnswerMention(
    IncidentDb db, PeopleDirectory people, SlackWorkspace workspace, MentionReply reply, TimeProvider time)
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

        var refusal = MembersOnly.RefusalFor(await people.StandingOfAsync(new PersonId(user), cancellationToken));
        var incident = await IncidentOfAsync(slackEvent.Channel, cancellationToken);
        var meets = incident is not null && await db.IsMeetingAsync(incident.Number, cancellationToken);
        var offers = incident is null ? [] : StatusCard.Menu(incident, meets: meets);
        await reply.SendAsync(slackEvent, user, refusal, (incident, [.. offers]), cancellationToken);
        db.HandledRequests.Add(new HandledRequest { Key = key, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Incident?> IncidentOfAsync(string channelId, CancellationToken cancellationToken) =>
        (await db.OwnersOfAsync(channelId, cancellationToken)).IncidentForCommands is { } number
            ? await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == number, cancellationToken)
            : null;
}

/// <summary>The reply to a mention, visible only to the person who wrote it.</summary>
internal sealed class MentionReply(ISlackApi slack, IOptions<IncidentsOptions> options)
{
    /// <param name="mention">The mention.</param>
    /// <param name="user">Who wrote it.</param>
    /// <param name="refusal">Why the person may do nothing; null for members.</param>
    /// <param name="place">The incident of the channel, if it has one, with the buttons that can be pressed now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task SendAsync(
        AppMention mention,
        string user,
        string? refusal,
        (Incident? Incident, IReadOnlyList<Block> Menu) place,
        CancellationToken cancellationToken)
    {
        // Ephemeral, so it is sent directly and not through the outbox.
        var (text, blocks) = refusal is null
            ? Render(place.Incident, place.Menu)
            : (Mrkdwn.Escape(refusal), [new SectionBlock(Mrkdwn.Escape(refusal))]);
        return slack.SendAsync(
            new ChatPostEphemeral(mention.Channel, user) { Text = text, Blocks = blocks, ThreadTs = mention.ThreadTs }, cancellationToken);
    }

    private (Mrkdwn Text, IReadOnlyList<Block> Blocks) Render(Incident? incident, IReadOnlyList<Block> menu)
    {
        var command = options.Value.Command;
        if (incident is null)
        {
            var hint = BotReplies.Hint(command);
            return (hint, BotReplies.Blocks(hint));
        }

        var text = Mrkdwn.Text($"{IncidentWords.Title(incident)}: here is what you can do. `{command} help` lists all commands.");
        return (text, [new SectionBlock(text), .. menu]);
    }
}
