using IncidentBot.Commands;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.PostMortems;

/// <summary>A command that a feature adds behind <c>/incident pm</c>, such as <c>/incident pm schedule</c>.</summary>
internal interface IPostMortemCommand
{
    /// <summary>The words that call it; the help shows the first.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>The arguments as the help shows them, "REASON"; empty when there are none.</summary>
    string Arguments => "";

    Task<SlashCommandResponse> RunAsync(VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken);
}
