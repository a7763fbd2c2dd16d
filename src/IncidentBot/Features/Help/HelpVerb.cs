using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;

namespace IncidentBot.Features.Help;

/// <summary>Answers <c>/incident help</c>: the verbs, and current problems of the bot.</summary>
internal sealed class HelpVerb(VerbTable verbs, ReactionMap reactions, Readiness readiness) : IVerb
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var command = request.Command.Command;
        var anywhere = Lines(command, verbs.Verbs.Where(verb => !verb.InIncident));
        var inIncident = Lines(command, verbs.Verbs.Where(verb => verb.InIncident));
        Block[] blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*Anywhere*\n`{command} Checkout is down` — declare an incident with this title\n{anywhere}")),
            new SectionBlock(
                Mrkdwn.Text($"*In an incident's channel*\n`{command}` — show the incident's status and buttons\n{inIncident}")),
            .. EntryWords.Legend(ReactionMeaning.All, reactions) is { IsEmpty: false } legend
                ? [new ContextBlock(Mrkdwn.Text($"React to a message: {legend}"))]
                : Array.Empty<Block>(),
            .. readiness.Problems.Values.Select(sentence => new ContextBlock(Mrkdwn.Text($":warning: {sentence}"))),
        ];
        return Task.FromResult(SlashCommandResponse.Ephemeral(Mrkdwn.Text($"Commands of `{command}`"), blocks));
    }

    private static Mrkdwn Lines(string command, IEnumerable<VerbRoute> routes) =>
        Mrkdwn.Join("\n", routes.Select(verb => Mrkdwn.Text($"`{command} {verb.Usage}` — {verb.Description}")));
}
