using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Time;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// Answers <c>/incident note TEXT [at 14:05]</c> and <c>/incident decision TEXT [at 14:05]</c>: the verb is the entry's value in menus.
/// </summary>
internal sealed class EntryVerb(EntryCommand entry) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length > 0;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => entry.AnswerAsync(
        request, (typed, now, zone) => Read(EntryWords.Parse(request.Word), typed, now, zone), cancellationToken);

    private static Typed Read(EntryWords words, string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (text, at) = TrailingTime.Split(typed, now, zone);
        return new Typed(words, text, at);
    }
}
