using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers <c>/incident signal TEXT [at 14:05] [missed]</c>.</summary>
internal sealed class SignalVerb(EntryCommand entry) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        entry.AnswerAsync(request, Read, cancellationToken);

    private static Typed Read(string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var signal = TypedSignal.Read(typed, now, zone);
        return new Typed(EntryWords.For(EntryKind.Signal, signal.State), signal.Text, signal.At);
    }
}
