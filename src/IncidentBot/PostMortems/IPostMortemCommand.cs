using IncidentBot.Commands;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.PostMortems;

/// <summary>What a feature answers after <c>/incident pm WORD</c>.</summary>
internal interface IPostMortemCommand
{
    /// <summary>The words for it; the first appears in the help.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>What is typed after the word, "REASON"; empty when nothing is.</summary>
    string Arguments => "";

    Task<SlashCommandResponse> RunAsync(VerbRequest request, PostMortemView view, string arguments, CancellationToken cancellationToken);
}
