using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Histories;

/// <summary>
/// Answers "History" in the forms of an incident, its timeline and its post-mortem, and <c>/incident history</c>.
/// </summary>
internal sealed class OpenHistory(IncidentDb db, Access access, ModalOpener modals) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Actor, request.Incident, cancellationToken);
        return found.Ok
            ? await modals.AnswerAsync(request.Command, Render(found.Value, found.Value.History.Select(HistoryModal.Of)), cancellationToken)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
    }

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        var lines = request.Action.ActionId switch
        {
            CardActions.TimelineHistory => await TimelineAsync(incident, cancellationToken),
            CardActions.PostMortemHistory => (await ChangesAsync(number, cancellationToken)).Select(HistoryModal.Of),
            _ => incident.History.Select(HistoryModal.Of),
        };
        await modals.ShowAsync(request, Render(incident, lines), cancellationToken);
    }

    private static Modal Render(Incident incident, IEnumerable<HistoryLine> lines) =>
        HistoryModal.Render($"{IncidentWords.Noun(incident)} {incident.Number}: {incident.Title}", lines);

    /// <summary>Edits of entries, milestones and times, and when the meeting agreed on the timeline.</summary>
    private async Task<IEnumerable<HistoryLine>> TimelineAsync(Incident incident, CancellationToken cancellationToken)
    {
        var entries = await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.IncidentNumber == incident.Number).ToListAsync(cancellationToken);
        var agreements = await ChangesAsync(incident.Number, cancellationToken);
        return entries.SelectMany(HistoryModal.Of)
            .Concat(incident.History
                .Where(change => change.Fact is ChangedFact.Milestone or ChangedFact.Start or ChangedFact.End).Select(HistoryModal.Of))
            .Concat(agreements.Where(change => change.Part == PostMortemPart.Timeline).Select(HistoryModal.Of));
    }

    private async Task<IReadOnlyList<PostMortemChange>> ChangesAsync(int number, CancellationToken cancellationToken)
    {
        var postMortem = await db.PostMortems.AsNoTracking()
            .SingleOrDefaultAsync(postMortem => postMortem.IncidentNumber == number, cancellationToken);
        return postMortem?.AllChanges ?? [];
    }
}
