using IncidentBot.Cards.Redrawing;
using IncidentBot.Commands;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps;

/// <summary>The published write-up shows how many have read it, and whether its document is in the channel's canvas.</summary>
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
