using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers <c>/incident signal TEXT [at 14:05] [missed]</c>.</summary>
internal sealed class SignalVerb(EntryCommand command) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        command.AnswerAsync(request, Read, cancellationToken);

    private static EntryDraft Read(string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var signal = TypedSignal.Read(typed, now, zone);
        return new EntryDraft(EntryWords.For(EntryKind.Signal, signal.State), signal.Text, signal.At);
    }
}
