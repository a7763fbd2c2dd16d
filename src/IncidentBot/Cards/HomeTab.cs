using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// A member's home tab: open incidents, the person's action items, post-mortems that are due, and what waits for an answer. Guests and
/// people of other organisations see one sentence.
/// </summary>
internal sealed class HomeTab(
    IncidentDb db, PeopleDirectory people, OpenQuestions questions, HomeWriteUps writeUps, TimeProvider time)
{
    private const int MaxRows = 10;

    public async Task<HomeView> RenderAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (MembersOnly.RefusalFor(await people.StandingOfAsync(person, cancellationToken)) is { } refusal)
        {
            return new HomeView { Blocks = [new SectionBlock(Mrkdwn.Escape(refusal))] };
        }

        var open = await db.OpenIncidentsFor(person).Take(MaxRows + 1).ToListAsync(cancellationToken);
        var actions = await db.OpenItemsOf(person)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).Take(MaxRows + 1).ToListAsync(cancellationToken);
        var channels = await db.ChannelsOfAsync(open, cancellationToken);
        var due = await DuePostMortem.ListAsync(db, person, MaxRows, cancellationToken);
        var now = time.GetUtcNow();
        var home = Render(open, channels, actions, due, now);
        var reader = await people.FindAsync(person, cancellationToken);
        var waiting = await questions.OfAsync(reader, now, cancellationToken);
        return home with
        {
            Blocks =
            [
                .. home.Blocks,
                .. waiting.Count > 0 ? [new HeaderBlock(OpenQuestions.Heading)] : Array.Empty<Block>(),
                .. OpenQuestions.Render(waiting.Take(MaxRows)),
                .. Rest(waiting.Count, "These have waited longest; there is more", "asked"),
                .. await writeUps.OfAsync(person, cancellationToken),
                .. More(),
            ],
        };
    }

    public static HomeView Render(
        IReadOnlyList<Incident> open,
        IReadOnlyDictionary<int, IncidentChannel> channels,
        IReadOnlyList<ActionItem> actions,
        IReadOnlyList<DuePostMortem> due,
        DateTimeOffset now) => new()
        {
            Blocks =
            [
                new ActionsBlock(
                    new Button(CardActions.Declare, "Declare an incident") { Style = ButtonStyle.Danger },
                    new Button(CardActions.NearMiss, "Report near miss")),
                new HeaderBlock("Open incidents"),
                .. open.Take(MaxRows).Select(
                    incident => new SectionBlock(IncidentWords.Summary(incident, channels.GetValueOrDefault(incident.Number)))),
                .. Rest(open.Count, "More incidents are open", "list"),
                .. Nothing(open.Count, IncidentWords.NoneOpen),
                new HeaderBlock("Your action items"),
                .. actions.Take(MaxRows).Select(item => Row(item, now)),
                .. Rest(actions.Count, "These are due first; you have more", "actions mine"),
                .. Nothing(actions.Count, ActionWords.NoneOpen),
                new HeaderBlock(DuePostMortem.Heading),
                .. due.Select(postMortem => postMortem.Row(now)),
                .. Nothing(due.Count, DuePostMortem.NoneDue),
            ],
        };

    private static SectionBlock Row(ActionItem item, DateTimeOffset now) => new(
        Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now, withOwner: false)}"))
    {
        Accessory = new Button(CardActions.ActionItems, "Open")
        {
            Value = item.IncidentNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    /// <summary>Commands that need no incident; each button runs one.</summary>
    private static IEnumerable<Block> More() =>
    [
        new HeaderBlock("More"),
        Command("The incident log: what happened before, and what helped", "Show log", "log"),
        Command("Whether causes come back, and how well post-mortems are run", "Show trends", "trends"),
        Command("Everyone's overdue action items", "Show overdue", "actions overdue"),
        Command("The facilitator pool: see who is in it, join or leave", "Show pool", "facilitate"),
        Command("What post-mortems are for, and further reading", "Learn", "learn"),
    ];

    private static SectionBlock Command(string text, string label, string typed) =>
        new(Mrkdwn.Escape(text)) { Accessory = new Button(CardActions.RunCommand, label) { Value = typed } };

    /// <summary>The way to the rows that the home tab leaves out.</summary>
    private static IEnumerable<Block> Rest(int count, string sentence, string typed) =>
        count > MaxRows ? [Command(sentence, "Show all", typed)] : [];

    private static IEnumerable<Block> Nothing(int count, string sentence) =>
        count > 0 ? [] : [new ContextBlock(Mrkdwn.Escape(sentence))];
}
