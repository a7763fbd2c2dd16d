using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.IncidentLog;

/// <summary>
/// Answers <c>/incident search WORDS</c>, and without words opens the form. "Search is down" is a title; what reads like words to look
/// for can still be one, so the answer offers to declare it.
/// </summary>
internal sealed class SearchVerb(SearchPages pages, ModalOpener modals) : IVerb
{
    public bool Accepts(string arguments) => !TypedLogFilter.ReadsLikeTitle(SlackText.Plain(arguments));

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (request.Arguments.Length == 0)
        {
            return await modals.AnswerAsync(request.Command, SearchForm.Form.Render(""), cancellationToken);
        }

        var (heading, blocks) = await pages.RenderAsync(request.Actor, SlackText.Plain(request.Arguments), skip: 0, cancellationToken);
        return SlashCommandResponse.Ephemeral(
            heading, [.. blocks, .. request.IncidentNumber is null ? DeclareOffer.Render(request.Command.Text) : []]);
    }
}

/// <summary>Asks for the words.</summary>
internal static class SearchForm
{
    public static QuestionForm Form { get; } = new("log_search", "words", "What was it about?")
    {
        Title = "Search the log",
        Submit = "Search",
        Placeholder = "connection pool checkout",
        Hint = "Finds titles, summaries, structural gaps, factors, learnings, action items and near misses. Typing errors are forgiven.",
        MaxLength = SearchPages.LongestText,
        Multiline = false,
    };
}

/// <summary>Answers "Search" in the log and under its message.</summary>
internal sealed class OpenSearchForm(ModalOpener modals) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        modals.ShowAsync(request, SearchForm.Form.Render(""), cancellationToken);
}

/// <summary>Answers the form with what was found.</summary>
internal sealed class SubmitSearch(SearchPages pages) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var text = SearchForm.Form.Read(submission.View.State);
        var (_, blocks) = await pages.RenderAsync(new PersonId(submission.User.Id), text, skip: 0, cancellationToken);
        return ViewSubmissionResponse.Update(new Modal("Search the log") { Close = "Close", Blocks = blocks });
    }
}

/// <summary>Answers "More results" and "Back".</summary>
internal sealed class TurnSearchPage(SearchPages pages, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var (heading, blocks) = await pages.RenderAsync(
            new PersonId(request.User.Id), Uri.UnescapeDataString(value.Text(1)), value.Number(), cancellationToken);
        await replies.ReplaceAsync(request, heading, blocks, cancellationToken);
    }
}
