using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers <c>/incident link 7</c>, <c>link 7 follow-up</c> and <c>unlink 7</c>; without a number, opens a form.
/// </summary>
internal sealed class LinkVerb(Linking linking, IncidentForms forms) : IVerb
{
    public const string Link = "link";
    public const string Unlink = "unlink";

    public bool Accepts(string arguments) => arguments.Length == 0 || LinkWords.Read(arguments) is not null;

    public static bool WaitsInModal(string arguments) => arguments.Length == 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (request.Arguments.Length == 0)
        {
            return Answers.ToCommand(await OpenAsync(request, cancellationToken));
        }

        if (LinkWords.Read(request.Arguments) is not { } words)
        {
            return Answers.ToCommand(LinkRefusals.NoNumber);
        }

        return Answers.ToCommand(await (request.Word == Link
            ? linking.LinkAsync(request.Actor, request.Incident, words, cancellationToken)
            : linking.UnlinkAsync(request.Actor, request.Incident, words, cancellationToken)));
    }

    private Task<Refusal?> OpenAsync(VerbRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        FormRequest.From(request),
        incident => request.Word == Link ? LinkModal.ToLink(incident)
            : incident.Links.Count == 0 ? LinkRefusals.NoLinks(incident.Number)
            : LinkModal.ToUnlink(incident),
        cancellationToken);
}

/// <summary>Why a link can't be made or removed, besides the rules of the incidents.</summary>
internal static class LinkRefusals
{
    public static Refusal NoNumber { get; } = new(
        "Give the number of another incident: `link 7` for the same event, `link 7 follow-up` for a follow-up.", LinkModal.Number);

    public static Refusal NoLinks(int number) => new($"Incident {number} isn't linked to another incident.");
}

/// <summary>Answers both forms.</summary>
internal sealed class SubmitLink(Linking linking) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (LinkModal.Read(submission.View.State) is not { } words)
        {
            return Answers.ToModal(LinkRefusals.NoNumber, LinkModal.Number);
        }

        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var outcome = await (submission.View.CallbackId == LinkModal.Link
            ? linking.LinkAsync(actor, number, words, cancellationToken)
            : linking.UnlinkAsync(actor, number, words, cancellationToken));
        return Answers.ToModal(outcome.Refusal, LinkModal.Number);
    }
}
