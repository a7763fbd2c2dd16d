using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>Answers "It has not come back", "Too early to say" and "It came back", which asks as what. Whoever comes second hears what stands.</summary>
internal sealed class AnswerReturn(Dossiers dossiers, Returns returns, LaterIncidents later, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(request.Action.ActionId, request.Action.Data), new PersonId(request.User.Id));
        if (await dossiers.FindOrTellAsync(request, key.Number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var answers = dossier.PostMortem.ReturnAnswers;
        if (dossier.Rights.MaySayWhetherItCameBack(by) is { Ok: false } not)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(not.Refusal.Sentence), cancellationToken);
        }
        else if (key.Action == FollowUpActions.CameBack && key.Seen == answers.Count)
        {
            var since = await later.SinceItEndedAsync(dossier.Incident, by, cancellationToken);
            await modals.ShowAsync(request, CameBackModal.Render(dossier, since), cancellationToken);
        }
        else if (await returns.GiveAsync(dossier, Given(key, answers), by, cancellationToken) is { Ok: false })
        {
            await replies.TellAsync(request, Standing(answers), cancellationToken);
        }
    }

    private static GivenReturn Given(FollowUpKey key, IReadOnlyList<ReturnAnswer> answers) => key.Action switch
    {
        FollowUpActions.NotBack => new GivenReturn(ReturnVerdict.NotBack, key.Seen),
        FollowUpActions.TooEarly => new GivenReturn(ReturnVerdict.TooEarly, key.Seen),
        _ => new GivenReturn(ReturnVerdict.CameBack, key.Seen, answers[^1].Sentence, answers[^1].IncidentNumber),
    };

    private static Mrkdwn Standing(IReadOnlyList<ReturnAnswer> answers) => Mrkdwn.Text(
        $"{Mrkdwn.User(answers[^1].By.Value)} answered meanwhile: {FollowUpWords.Of(answers[^1])}. If you see it differently, change the answer in the message.");
}

/// <summary>Answers the form behind "It came back".</summary>
internal sealed class SubmitCameBack(Dossiers dossiers, Returns returns, SharedForms forms) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(FollowUpActions.CameBack, submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var found = await dossiers.FindAsync(by, key.Number, cancellationToken);
        var refusal = found.Ok ? found.Value.Rights.MaySayWhetherItCameBack(by).Refusal : found.Refusal;
        if (refusal is not null || found.Value is not { } dossier)
        {
            return ViewSubmissionResponse.Error(CameBackModal.Blocks.Sentence, refusal?.Sentence ?? "");
        }

        var answers = dossier.PostMortem.ReturnAnswers;
        var given = CameBackModal.Read(submission.View.State, key.Seen);
        if (given.Seen != answers.Count && (answers[^1].Verdict, answers[^1].Sentence, answers[^1].IncidentNumber) != (given.Verdict, given.Sentence, given.IncidentNumber))
        {
            var name = await forms.NameAsync(answers[^1].By, submission, cancellationToken);
            var sentence = $"{name} answered meanwhile: {FollowUpWords.Of(answers[^1]).Content}. Press Save again to put your answer in its place.";
            var news = FormattableString.Invariant($"{key.Number}:{answers.Count}");
            if (await forms.TellOnceAsync(submission, new Dictionary<string, string> { [CameBackModal.Blocks.Sentence] = sentence }, news, cancellationToken) is { } told)
            {
                return told;
            }

            given = given with { Seen = answers.Count };
        }

        var result = await returns.GiveAsync(dossier, given, by, cancellationToken);
        return result.Ok ? ViewSubmissionResponse.Close : ViewSubmissionResponse.Error(CameBackModal.Blocks.Sentence, result.Refusal.Sentence);
    }
}
