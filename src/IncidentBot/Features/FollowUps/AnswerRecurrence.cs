using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers "Hasn't happened again", "Too early to say" and "Happened again", which asks for details. A second person sees the answer.
/// </summary>
internal sealed class AnswerRecurrence(
    PostMortemViews views, RecurrenceAnswers returns, LaterIncidents later, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(request.Action.ActionId, request.Action.Data), new PersonId(request.User.Id));
        if (await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view)
        {
            return;
        }

        var answers = view.PostMortem.Reviews.RecurrenceAnswers;
        if (view.Rights.MayAnswerRecurrence(by) is { Ok: false } not)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(not.Refusal.Sentence), cancellationToken);
        }
        else if (key.Action == FollowUpActions.CameBack && key.Seen == answers.Count)
        {
            var since = await later.SinceEndAsync(view.Incident, by, cancellationToken);
            await modals.ShowAsync(request, RecurrenceModal.Render(view, since), cancellationToken);
        }
        else if (await returns.GiveAsync(view, Given(key, answers), by, cancellationToken) is { Ok: false })
        {
            await replies.SendAsync(request, Standing(answers), cancellationToken);
        }
    }

    private static GivenReturn Given(FollowUpKey key, IReadOnlyList<RecurrenceAnswer> answers) => key.Action switch
    {
        FollowUpActions.NotBack => new GivenReturn(RecurrenceVerdict.NotBack, key.Seen),
        FollowUpActions.TooEarly => new GivenReturn(RecurrenceVerdict.TooEarly, key.Seen),
        _ => new GivenReturn(RecurrenceVerdict.CameBack, key.Seen, answers[^1].Sentence, answers[^1].IncidentNumber),
    };

    private static Mrkdwn Standing(IReadOnlyList<RecurrenceAnswer> answers) => Mrkdwn.Text(
        $"{Mrkdwn.User(answers[^1].By.Value)} has already answered: {FollowUpWords.Of(answers[^1])}. "
        + $"If you disagree, change the answer in the message.");
}

/// <summary>Answers the form behind "Happened again".</summary>
internal sealed class SubmitRecurrence(PostMortemViews views, RecurrenceAnswers returns, SharedForms forms) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(FollowUpActions.CameBack, submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        var refusal = found.Ok ? found.Value.Rights.MayAnswerRecurrence(by).Refusal : found.Refusal;
        if (refusal is not null || found.Value is not { } view)
        {
            return ViewSubmissionResponse.Error(RecurrenceModal.Blocks.Sentence, refusal?.Sentence ?? "");
        }

        var answers = view.PostMortem.Reviews.RecurrenceAnswers;
        var given = RecurrenceModal.Read(submission.View.State, key.Seen);
        if (given.Seen != answers.Count
            && (
                answers[^1].Verdict,
                answers[^1].Sentence,
                answers[^1].IncidentNumber) != (given.Verdict, given.Sentence, given.IncidentNumber))
        {
            var name = await forms.NameAsync(answers[^1].By, submission, cancellationToken);
            var sentence = $"{name} has already answered: {FollowUpWords.Of(answers[^1]).Content}. "
                + "Press Save again to replace that answer.";
            var news = FormattableString.Invariant($"{key.Number}:{answers.Count}");
            var errors = new Dictionary<string, string> { [RecurrenceModal.Blocks.Sentence] = sentence };
            if (await forms.WarnOnceAsync(submission, errors, news, cancellationToken) is { } warning)
            {
                return warning;
            }

            given = given with { Seen = answers.Count };
        }

        var result = await returns.GiveAsync(view, given, by, cancellationToken);
        return result.Ok
            ? ViewSubmissionResponse.Close
            : ViewSubmissionResponse.Error(RecurrenceModal.Blocks.Sentence, result.Refusal.Sentence);
    }
}
