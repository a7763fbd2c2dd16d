using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers <c>/incident note TEXT [at 14:05]</c> and <c>/incident decision TEXT [at 14:05]</c>; the verb is also the
/// value of the kind in menus.
/// </summary>
internal sealed class EntryVerb(EntryCommand command) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => command.AnswerAsync(
        request, (typed, now, zone) => Read(EntryWords.Parse(request.Word), typed, now, zone), cancellationToken);

    private static Result<EntryDraft> Read(EntryWords words, string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var read = TimedText.Read(typed, now, zone);
        return read.Ok ? new EntryDraft(words, read.Value.Text, read.Value.At) : read.Refusal;
    }
}
