using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Time;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers <c>/incident note TEXT [at 14:05]</c>.</summary>
internal sealed class NoteVerb(EntryCommand entry) : IVerb
{
    public bool Reads(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        entry.AnswerAsync(request, Read, cancellationToken);

    private static Typed Read(string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (text, at) = TrailingTime.Split(typed, now, zone);
        return new Typed(EntryWords.For(EntryKind.Note, null), text, at);
    }
}
