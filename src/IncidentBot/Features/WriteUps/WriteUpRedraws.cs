using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps;

/// <summary>Refreshes the published write-up, which shows how many people read it and whether it is in the canvas.</summary>
internal sealed class WriteUpRedraws : IRedrawRule
{
    private const string Canvas = BotMessageNames.Canvas + ":";

    public IAsyncEnumerable<Redraw> FindAsync(SavedChanges changes, CancellationToken cancellationToken) =>
        changes.Of<WriteUpReader>().Select(reader => reader.IncidentNumber)
            .Concat(changes.Of<BotMessage>().Where(message => message.Name.StartsWith(Canvas, StringComparison.Ordinal))
                .Select(message => ButtonValue.Read(message.Name).Number(1)))
            .Select(number => Redraw.Of(BotMessageNames.WriteUp, number))
            .ToAsyncEnumerable();
}
