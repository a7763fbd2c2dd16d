using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers the buttons "Achieved", "Not yet" and "Didn't work". The last one opens a form that asks what is still missing. Someone who
/// answers second sees the first answer.
/// </summary>
internal sealed class AnswerEffectiveness(EffectivenessAnswers answers, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(request.Action.ActionId, request.Action.Data), new PersonId(request.User.Id));
        var found = await answers.FindAsync(by, key.ItemId, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        var (item, rights) = (found.Value.Item, found.Value.Rights);
        if (item.MayGiveVerdict(by, rights) is { Ok: false } refused)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refused.Refusal.Sentence), cancellationToken);
        }
        else if (key.Action == FollowUpActions.DidNotWork && key.Seen == item.TimesJudged)
        {
            await modals.ShowAsync(request, DidNotWorkModal.Render(item), cancellationToken);
        }
        else if (await answers.SaveAsync(found.Value, VerdictOf(key.Action), item.VerdictReason, key.Seen, by, cancellationToken)
            is { Ok: false })
        {
            await replies.SendAsync(request, AlreadyAnswered(item), cancellationToken);
        }
        else if (PostMortemModals.OverviewOf(request) is { Length: > 0 } overview
            && await answers.FindAsync(by, key.ItemId, cancellationToken) is { Ok: true, Value: var answered })
        {
            await modals.RefreshAsync(
                new PostMortemKey(answered.PostMortemView.Number, OverviewId: overview), answered.PostMortemView, cancellationToken);
        }
    }

    private static Mrkdwn AlreadyAnswered(ActionItem item) => Mrkdwn.Text(
        $"{IncidentWords.Of(item.VerdictBy, "Someone")} has already answered: {FollowUpWords.Of(item)}. "
        + $"{FollowUpWords.ChangeAnswer}");

    private static EffectivenessVerdict VerdictOf(string action) => action switch
    {
        FollowUpActions.Achieved => EffectivenessVerdict.Achieved,
        FollowUpActions.NotYet => EffectivenessVerdict.NotYet,
        _ => EffectivenessVerdict.DidNotWork,
    };
}

/// <summary>Answers the form behind "Didn't work".</summary>
internal sealed class SubmitDidNotWork(EffectivenessAnswers answers, SharedForms forms) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(FollowUpActions.DidNotWork, submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var missing = DidNotWorkModal.Form.Read(submission.View.State);
        var found = await answers.FindAsync(by, key.ItemId, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(DidNotWorkModal.Form.Field, found.Refusal.Sentence);
        }

        var item = found.Value.Item;
        if (item.TimesJudged != key.Seen && (item.Verdict, item.VerdictReason) != (EffectivenessVerdict.DidNotWork, missing))
        {
            var name = await forms.NameAsync(item.VerdictBy, submission, cancellationToken);
            var sentence = $"{name} has already answered: {ActionWords.Effect(item)}. Press Save again to replace that answer.";
            var answerSeen = FormattableString.Invariant($"{item.Id:N}:{item.TimesJudged}");
            var errors = new Dictionary<string, string> { [DidNotWorkModal.Form.Field] = sentence };
            if (await forms.WarnOnceAsync(submission, errors, answerSeen, cancellationToken) is { } warning)
            {
                return warning;
            }

            key = key with { Seen = item.TimesJudged };
        }

        var saved = await answers.SaveAsync(found.Value, EffectivenessVerdict.DidNotWork, missing, key.Seen, by, cancellationToken);
        return saved.Ok
            ? ViewSubmissionResponse.Close
            : ViewSubmissionResponse.Error(DidNotWorkModal.Form.Field, saved.Refusal.Sentence);
    }
}
