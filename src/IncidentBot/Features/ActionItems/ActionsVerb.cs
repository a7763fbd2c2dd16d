using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Time;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers <c>/incident actions [mine|overdue|all]</c>: lists the incident's action items in its channel, and the person's own
/// elsewhere.
/// </summary>
internal sealed class ActionsVerb(ActionPages pages) : IVerb
{
    public bool Accepts(string arguments) => arguments.ToLowerInvariant() is "" or "mine" or "overdue" or "all";

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (!Accepts(request.Arguments))
        {
            return SlashCommandResponse.Ephemeral(
                Mrkdwn.Text($"Try `{request.Command.Command} actions`, or add `mine`, `overdue` or `all`."));
        }

        var which = (request.Arguments.ToLowerInvariant(), request.IncidentNumber) switch
        {
            ("", { } number) => number.ToString(CultureInfo.InvariantCulture),
            ("", _) => "mine",
            var (typed, _) => typed,
        };
        var (heading, blocks) = await pages.RenderAsync(request.Actor, which, page: 0, cancellationToken);
        return SlashCommandResponse.Ephemeral(heading, [.. blocks]);
    }
}

/// <summary>Answers "Next page" and "Previous page" under a list of action items.</summary>
internal sealed class TurnActionPage(ActionPages pages, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var (heading, blocks) = await pages.RenderAsync(new PersonId(request.User.Id), value.Text(), value.Number(1), cancellationToken);
        await replies.ReplaceAsync(request, heading, blocks, cancellationToken);
    }
}

/// <summary>A list of action items, a page at a time, with those that the reader may see.</summary>
internal sealed class ActionPages(IncidentDb db, PeopleDirectory people, TimeProvider time)
{
    private const int PageSize = 15;

    /// <param name="reader">Who reads it.</param>
    /// <param name="which">"mine", "overdue", "all", or the number of an incident.</param>
    /// <param name="page">0 first.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<(Mrkdwn Heading, IReadOnlyList<Block> Blocks)> RenderAsync(
        PersonId reader, string which, int page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = Zones.DateIn(now, Zones.Find((await people.FindAsync(reader, cancellationToken)).Zone));
        var (heading, items) = Select(reader, which, today);
        var count = await items.CountAsync(cancellationToken);
        var rows = await items.OrderBy(item => item.DueDate).ThenBy(item => item.Id)
            .Skip(page * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return (Mrkdwn.Escape(heading), [new HeaderBlock(heading), .. rows.Select(item => Row(item, now)), .. Footer(which, page, count)]);
    }

    private (string Heading, IQueryable<ActionItem> Items) Select(PersonId reader, string which, DateOnly today) =>
        ButtonValue.Read(which).Number() is > 0 and var number
            ? ($"Action items of incident {number}",
                db.SeenActions(db.ActionItems.AsNoTracking().Where(item => item.IncidentNumber == number), reader))
            : db.OpenActionsFor(reader, which, today);

    private static SectionBlock Row(ActionItem item, DateTimeOffset now) =>
        new(Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now)}"))
        {
            Accessory = new Button(CardActions.ActionItems, "Open") { Value = item.IncidentNumber.ToString(CultureInfo.InvariantCulture) },
        };

    private static IEnumerable<Block> Footer(string which, int page, int count)
    {
        var pages = (count + PageSize - 1) / PageSize;
        if (count == 0)
        {
            yield return new ContextBlock(Mrkdwn.Raw("No action items."));
        }

        if (pages > 1)
        {
            yield return new ContextBlock(Mrkdwn.Text($"Page {page + 1} of {pages}, {count} in all, earliest due date first."));
            yield return new ActionsBlock([.. Turns(which, page, pages)]);
        }
    }

    private static IEnumerable<IActionsElement> Turns(string which, int page, int pages)
    {
        if (page > 0)
        {
            yield return new Button(ItemActions.PreviousPage, "Previous page") { Value = ButtonValue.Write(which, page - 1) };
        }

        if (page + 1 < pages)
        {
            yield return new Button(ItemActions.NextPage, "Next page") { Value = ButtonValue.Write(which, page + 1) };
        }
    }
}
