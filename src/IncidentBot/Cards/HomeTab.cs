using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// A member's home tab: open incidents, the person's action items, and post-mortems that are due. Guests and outsiders read one sentence.
/// </summary>
internal sealed class HomeTab(IncidentDb db, PeopleDirectory people, HomeReviews reviews, TimeProvider time)
{
    private const int MaxRows = 10;

    public async Task<HomeView> RenderAsync(PersonId person, CancellationToken cancellationToken)
    {
        if (MembersOnly.SentenceFor(await people.StandingOfAsync(person, cancellationToken)) is { } refusal)
        {
            return new HomeView { Blocks = [new SectionBlock(Mrkdwn.Escape(refusal))] };
        }

        var open = await db.Incidents.AsNoTracking()
            .Where(IncidentVisibility.SeenBy(person))
            .Where(incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled)
            .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number)
            .Take(MaxRows).ToListAsync(cancellationToken);
        var actions = await db.OpenItemsOf(person)
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).Take(MaxRows).ToListAsync(cancellationToken);
        var numbers = open.ConvertAll(incident => incident.Number);
        var channels = await db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, cancellationToken);
        var home = Render(open, channels, actions, await DueAsync(person, cancellationToken), time.GetUtcNow());
        return home with
        {
            Blocks = [.. home.Blocks, .. await reviews.OfAsync(person, time.GetUtcNow(), cancellationToken), .. More()],
        };
    }

    public static HomeView Render(
        IReadOnlyList<Incident> open,
        IReadOnlyDictionary<int, IncidentChannel> channels,
        IReadOnlyList<ActionItem> actions,
        IReadOnlyList<(Incident Incident, PostMortem PostMortem)> due,
        DateTimeOffset now) => new()
        {
            Blocks =
            [
                new ActionsBlock(new Button(CardActions.Declare, "Declare an incident") { Style = ButtonStyle.Danger }),
                new HeaderBlock("Open incidents"),
                .. open.Select(incident => Row(incident, channels.GetValueOrDefault(incident.Number))),
                .. Nothing(open.Count, IncidentWords.NoneOpen),
                new HeaderBlock("Your action items"),
                .. actions.Select(item => Row(item, now)),
                .. Nothing(actions.Count, "No open action items."),
                new HeaderBlock("Post-mortems due"),
                .. due.Select(pair => Row(pair.Incident, pair.PostMortem, now)),
                .. Nothing(due.Count, "No post-mortems due."),
            ],
        };

    private async Task<IReadOnlyList<(Incident Incident, PostMortem PostMortem)>> DueAsync(
        PersonId person, CancellationToken cancellationToken)
    {
        var rows = await (
            from incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person))
            join postMortem in db.PostMortems.AsNoTracking() on incident.Number equals postMortem.IncidentNumber
            where postMortem.WriteUp.PublishedAt == null && postMortem.State != PostMortemState.Waived && postMortem.DueAt != null
            orderby postMortem.DueAt, incident.Number
            select new { incident, postMortem }).Take(MaxRows).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.incident, row.postMortem));
    }

    private static SectionBlock Row(Incident incident, IncidentChannel? channel) => new(
        Mrkdwn.Text($"{IncidentWords.Of(incident.Severity)} · *{IncidentWords.Title(incident)}* · "
            + $"{IncidentWords.Of(incident.Status)}\n{IncidentWords.Channel(channel)} · {IncidentWords.Lead(incident)}"));

    private static SectionBlock Row(ActionItem item, DateTimeOffset now) => new(
        Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now, withOwner: false)}"))
    {
        Accessory = new Button(CardActions.ActionItems, "Open")
        {
            Value = item.IncidentNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    private static SectionBlock Row(Incident incident, PostMortem postMortem, DateTimeOffset now) => new(
        Mrkdwn.Text($"*{IncidentWords.Title(incident)}*\n{PostMortemWords.Status(postMortem, now)}"))
    {
        Accessory = new Button(CardActions.PostMortem, "Open") { Value = IncidentWords.Number(incident) },
    };

    /// <summary>What has a command and no incident; each button types it.</summary>
    private static IEnumerable<Block> More() =>
    [
        new HeaderBlock("More"),
        Command("Action items that are overdue, of everyone", "Show overdue", "actions overdue"),
        Command("Who can be asked to facilitate: see the pool, join it or leave it", "Show pool", "facilitate"),
        Command("What a post-mortem is for, and what to read", "Learn", "learn"),
    ];

    private static SectionBlock Command(string text, string label, string typed) =>
        new(Mrkdwn.Escape(text)) { Accessory = new Button(CardActions.RunCommand, label) { Value = typed } };

    private static IEnumerable<Block> Nothing(int count, string sentence) =>
        count > 0 ? [] : [new ContextBlock(Mrkdwn.Escape(sentence))];
}
