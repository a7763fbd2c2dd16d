using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers <c>/incident actions [mine|overdue|all]</c>: lists the incident's action items in its channel, and the person's own
/// elsewhere.
/// </summary>
internal sealed class ActionsVerb(IncidentDb db, PeopleDirectory people, TimeProvider time) : IVerb
{
    private const int MaxRows = 15;

    public bool Accepts(string arguments) => arguments.ToLowerInvariant() is "" or "mine" or "overdue" or "all";

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!Accepts(request.Arguments))
        {
            return SlashCommandResponse.Ephemeral(
                Mrkdwn.Text($"Try `{request.Command.Command} actions`, or add `mine`, `overdue` or `all`."));
        }

        var now = time.GetUtcNow();
        var today = Zones.DateIn(now, Zones.Find((await people.FindAsync(request.Actor, cancellationToken)).Zone));
        var (heading, selected) = Select(request, today);
        var seen = db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(request.Actor));
        var rows = await selected
            .Where(item => seen.Any(incident => incident.Number == item.IncidentNumber))
            .OrderBy(item => item.DueDate).ThenBy(item => item.Id).Take(MaxRows + 1).ToListAsync(cancellationToken);
        return SlashCommandResponse.Ephemeral(Mrkdwn.Raw(heading), [.. Blocks(heading, rows, now)]);
    }

    private (string Heading, IQueryable<ActionItem> Items) Select(VerbRequest request, DateOnly today)
    {
        var open = db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null);
        return (request.Arguments.ToLowerInvariant(), request.IncidentNumber) switch
        {
            ("all", _) => ("Open action items", open),
            ("overdue", _) => ("Overdue action items", open.Where(item => item.DueDate < today)),
            ("", { } number) =>
                ($"Action items of incident {number}", db.ActionItems.AsNoTracking().Where(item => item.IncidentNumber == number)),
            _ => ("Your action items", open.Where(item => item.Owner == request.Actor)),
        };
    }

    private static IEnumerable<Block> Blocks(string heading, List<ActionItem> rows, DateTimeOffset now)
    {
        yield return new HeaderBlock(heading);
        foreach (var item in rows.Take(MaxRows))
        {
            yield return new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now)}"))
            {
                Accessory = new Button(CardActions.ActionItems, "Open")
                { Value = item.IncidentNumber.ToString(CultureInfo.InvariantCulture) },
            };
        }

        if (rows.Count == 0)
        {
            yield return new ContextBlock(Mrkdwn.Raw("No action items."));
        }
        else if (rows.Count > MaxRows)
        {
            yield return new ContextBlock(Mrkdwn.Text($"Showing the {MaxRows} with the earliest due dates."));
        }
    }
}
