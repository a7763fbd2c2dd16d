using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers <c>/incident signal TEXT [at 14:05] [missed]</c>.</summary>
internal sealed class SignalVerb(EntryCommand command) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        command.AnswerAsync(request, Read, cancellationToken);

    private static Result<EntryDraft> Read(string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var signal = TypedSignal.Read(typed, now, zone);
        return signal is { Ok: true, Value: var (text, at, state) }
            ? new EntryDraft(EntryWords.For(EntryKind.Signal, state), text, at)
            : signal.Refusal!;
    }
}
