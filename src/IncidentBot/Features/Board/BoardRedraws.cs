using System.Globalization;
using System.Runtime.CompilerServices;
using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>
/// A board shows its own moves and, while the meeting runs, whatever is written about the incident and every change to an action item of
/// an earlier one. Wherever it is posted, it is pinned while the meeting runs.
/// </summary>
internal sealed class BoardRedraws : IRedrawRule
{
    public async IAsyncEnumerable<Redraw> FindAsync(
        SavedChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var board in changes.Of<MeetingBoard>())
        {
            yield return Of(board.IncidentNumber);
        }

        foreach (var meeting in changes.Added<MeetingBoard>().Concat(changes.Of<MeetingBoard>(nameof(MeetingBoard.FinishedAt))))
        {
            // The status card leads to the board while the meeting runs.
            yield return Redraw.Of(BotMessageNames.StatusCard, meeting.IncidentNumber);
        }

        foreach (var number in Placed(changes).Distinct())
        {
            var place = new PlaceBoard(number);
            yield return new Redraw(place.Lane, place);
        }

        if (changes.Of<ParkedItem>().Any())
        {
            // A board shows whether parked questions are left after the meeting, too.
            foreach (var postMortem in changes.Of<PostMortem>())
            {
                yield return Redraw.Of(BotMessageNames.Board, postMortem.IncidentNumber);
            }
        }

        var written = WrittenAbout(changes).ToHashSet();
        var concernsEveryBoard = changes.Of<ActionItem>().Any();
        if (written.Count == 0 && !concernsEveryBoard)
        {
            yield break;
        }

        var running = await changes.Db.Boards.Where(board => board.FinishedAt == null).Select(board => board.IncidentNumber)
            .ToListAsync(cancellationToken);
        foreach (var number in running.Where(number => concernsEveryBoard || written.Contains(number)))
        {
            yield return Of(number);
        }
    }

    /// <summary>The boards that were posted, and those whose meeting ended or was resumed.</summary>
    private static IEnumerable<int> Placed(SavedChanges changes)
    {
        const string board = BotMessageNames.Board + ":";
        return changes.Of<MeetingBoard>(nameof(MeetingBoard.FinishedAt)).Select(meeting => meeting.IncidentNumber)
            .Concat(changes.Added<BotMessage>().Where(message => message.Name.StartsWith(board, StringComparison.Ordinal))
                .Select(message => ButtonValue.Read(message.Name).Number(1)));
    }

    private static IEnumerable<int> WrittenAbout(SavedChanges changes) =>
        changes.Of<TimelineEntry>().Select(entry => entry.IncidentNumber)
            .Concat(changes.Of<ActionIdea>().Select(idea => idea.IncidentNumber))
            .Concat(changes.Of<AcceptedWording>().Select(wording => wording.IncidentNumber))
            .Concat(changes.Of<PostMortem>().Except(changes.Added<PostMortem>()).Select(postMortem => postMortem.IncidentNumber))
            .Concat(changes.ModifiedExcept<Incident>(nameof(Incident.Version)).Select(incident => incident.Number))
            .Concat(changes.Of<ChannelMessage>(nameof(ChannelMessage.ParkedAt)).Select(message => message.IncidentNumber).OfType<int>());

    /// <summary>The start of the meeting posts the board.</summary>
    private static Redraw Of(int number) => new(
        Lane.Incident(number), new RefreshCard(BotMessageNames.Board, number.ToString(CultureInfo.InvariantCulture)));
}
