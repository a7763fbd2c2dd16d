using IncidentBot.Commands;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers <c>/incident pm [schedule | start | waive REASON | publish]</c> in an incident's channel.</summary>
internal sealed class PmVerb(
    PostMortemViews views, ModalOpener modals, IEnumerable<IPostMortemCommand> commands, Overviews overviews) : IVerb
{
    public const string Word = "pm";

    public bool Accepts(string arguments) => Split(arguments).Word is var word && (word.Length == 0 || Find(word) is not null);

    public static bool WaitsInModal(string arguments) => Split(arguments).Word != WaiveCommand.Word;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = await views.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!found.Ok)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Escape(found.Refusal.Sentence));
        }

        var (word, more) = Split(request.Arguments);
        if (word.Length == 0)
        {
            return await modals.AnswerAsync(
                request.Command, await overviews.RenderAsync(found.Value, cancellationToken), cancellationToken);
        }

        return Find(word) is { } command
            ? await command.RunAsync(request, found.Value, more, cancellationToken)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Text($"Type `{request.Command.Command} pm`, or {Choices()}."));
    }

    private IPostMortemCommand? Find(string word) => commands.FirstOrDefault(command => command.Words.Contains(word));

    private Mrkdwn Choices() => Mrkdwn.Join(
        ", ", commands.Select(command => Mrkdwn.Text($"`{$"pm {command.Words[0]} {command.Arguments}".TrimEnd()}`")));

    private static (string Word, string More) Split(string arguments)
    {
        var (word, more) = FirstWord.Of(arguments);
        return (word.ToLowerInvariant(), more);
    }
}
