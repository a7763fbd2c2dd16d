using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers the buttons "Hasn't happened again", "Too early to say" and "Happened again". The last one opens a form that asks for
/// details. Someone who answers second sees the first answer.
/// </summary>
internal sealed class AnswerRecurrence(
    PostMortemViews views, RecurrenceAnswers recurrence, LaterIncidents later, PostMortemModals modals, Replies replies)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(request.Action.ActionId, request.Action.Data), new PersonId(request.User.Id));
        if (await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view)
        {
            return;
        }

        var answers = view.PostMortem.Reviews.RecurrenceAnswers;
        if (view.Rights.MayAnswerRecurrence(by) is { Ok: false } refused)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
        }
        else if (key.Action == FollowUpActions.CameBack && key.Seen == answers.Count)
        {
            var since = await later.SinceEndAsync(view.Incident, by, cancellationToken);
            await modals.ShowAsync(request, RecurrenceModal.Render(view, since, PostMortemModals.OverviewOf(request)), cancellationToken);
        }
        else if (await recurrence.SaveAsync(view, InputOf(key, answers), by, cancellationToken) is { Ok: false })
        {
            await replies.SendAsync(request, AlreadyAnswered(answers), cancellationToken);
        }
        else if (PostMortemModals.OverviewOf(request) is { Length: > 0 } overview)
        {
            await modals.RefreshAsync(new PostMortemKey(view.Number, OverviewId: overview), view, cancellationToken);
        }
    }

    private static RecurrenceInput InputOf(FollowUpKey key, IReadOnlyList<RecurrenceAnswer> answers) => key.Action switch
    {
        FollowUpActions.NotBack => new RecurrenceInput(RecurrenceVerdict.NotBack, key.Seen),
        FollowUpActions.TooEarly => new RecurrenceInput(RecurrenceVerdict.TooEarly, key.Seen),
        _ => new RecurrenceInput(RecurrenceVerdict.CameBack, key.Seen, answers[^1].Sentence, answers[^1].IncidentNumber),
    };

    private static Mrkdwn AlreadyAnswered(IReadOnlyList<RecurrenceAnswer> answers) => Mrkdwn.Text(
        $"{Mrkdwn.User(answers[^1].By.Value)} has already answered: {FollowUpWords.Of(answers[^1])}. "
        + $"{FollowUpWords.ChangeAnswer}");
}

/// <summary>Answers the form behind "Happened again".</summary>
internal sealed class SubmitRecurrence(
    PostMortemViews views, RecurrenceAnswers recurrence, SharedForms forms, PostMortemModals modals) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, overviewId) = RecurrenceModal.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        var refusal = found.Ok ? found.Value.Rights.MayAnswerRecurrence(by).Refusal : found.Refusal;
        if (refusal is not null || found.Value is not { } view)
        {
            return ViewSubmissionResponse.Error(RecurrenceModal.Blocks.Sentence, refusal?.Sentence ?? "");
        }

        var answers = view.PostMortem.Reviews.RecurrenceAnswers;
        var input = RecurrenceModal.Read(submission.View.State, key.Seen);
        if (input.Seen != answers.Count
            && (
                answers[^1].Verdict,
                answers[^1].Sentence,
                answers[^1].IncidentNumber) != (input.Verdict, input.Sentence, input.IncidentNumber))
        {
            var name = await forms.NameAsync(answers[^1].By, submission, cancellationToken);
            var sentence = $"{name} has already answered: {FollowUpWords.Of(answers[^1]).Content}. "
                + "Press Save again to replace that answer.";
            var answerSeen = FormattableString.Invariant($"{key.Number}:{answers.Count}");
            var errors = new Dictionary<string, string> { [RecurrenceModal.Blocks.Sentence] = sentence };
            if (await forms.WarnOnceAsync(submission, errors, answerSeen, cancellationToken) is { } warning)
            {
                return warning;
            }

            input = input with { Seen = answers.Count };
        }

        var saved = await recurrence.SaveAsync(view, input, by, cancellationToken);
        if (!saved.Ok)
        {
            return ViewSubmissionResponse.Error(RecurrenceModal.Blocks.Sentence, saved.Refusal.Sentence);
        }

        await modals.RefreshAsync(new PostMortemKey(view.Number, OverviewId: overviewId), view, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
