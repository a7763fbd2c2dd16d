using IncidentBot.Delivery.Outbox;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// A DM with everything that someone is reminded of: one section for each card, with its buttons and its links. When one of the cards
/// changes, the whole message is drawn again, so that what is done shows it.
/// </summary>
internal sealed class RemindersMessage(IncidentDb db, CardTable cards, IncidentLinks links) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var lines = await db.ReminderLines.AsNoTracking().Where(line => line.Message == subject)
            .OrderBy(line => line.CreatedAt).ThenBy(line => line.Occurrence).ToListAsync(cancellationToken);
        var sections = new List<MessageContent>();
        var isSettled = true;
        foreach (var line in lines.DistinctBy(line => (line.Card, line.Subject)))
        {
            if (await cards.Find(line.Card).RenderAsync(line.Subject, cancellationToken) is { } view)
            {
                isSettled &= view.IsSettled;
                var where = await links.OfAsync(line.Incidents, cancellationToken);
                sections.Add(where.IsEmpty ? view.Content : view.Content.Followed(new ContextBlock(where)));
            }
        }

        return sections.Count == 0 ? null : new CardView(Address.Person(lines[0].Reader), Together(sections)) { IsSettled = isSettled };
    }

    private static MessageContent Together(List<MessageContent> sections) => sections.Count == 1
        ? sections[0]
        : MessageContent.Joined(Mrkdwn.Text($"{sections.Count} things need you today"), sections);
}
