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
internal sealed class AnswerEffectiveness(EffectivenessAnswers answers, PostMortemModals modals, AnswersBelow below, Replies replies)
    : IBlockActionHandler
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
            await modals.ShowAsync(request, DidNotWorkModal.Render(item, AnswersBelow.Of(request)), cancellationToken);
        }
        else if (await answers.SaveAsync(found.Value, VerdictOf(key.Action), item.VerdictReason, key.Seen, by, cancellationToken)
            is { Ok: false })
        {
            await replies.SendAsync(request, AlreadyAnswered(item), cancellationToken);
        }
        else
        {
            await below.RefreshAsync(AnswersBelow.Of(request), key.ItemId, by, cancellationToken);
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
internal sealed class SubmitDidNotWork(EffectivenessAnswers answers, SharedForms forms, AnswersBelow below) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, opened) = DidNotWorkModal.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
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
        if (!saved.Ok)
        {
            return ViewSubmissionResponse.Error(DidNotWorkModal.Form.Field, saved.Refusal.Sentence);
        }

        await below.RefreshAsync(opened, key.ItemId, by, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}

/// <summary>Refreshes the list or the overview in which the question was answered.</summary>
internal sealed class AnswersBelow(EffectivenessAnswers answers, IOpenActionLists lists, PostMortemModals modals)
{
    /// <summary>The list with the pressed button, or only the overview with it; null in a message and on the home tab.</summary>
    public static OpenedList? Of(BlockActionRequest request) =>
        OpenedList.Of(request)
        ?? (PostMortemModals.OverviewOf(request) is { Length: > 0 } overview ? new OpenedList("", "", overview) : null);

    public async Task RefreshAsync(OpenedList? opened, Guid itemId, PersonId reader, CancellationToken cancellationToken)
    {
        if (opened is { ViewId.Length: > 0 })
        {
            await lists.RefreshAsync(opened, reader, cancellationToken);
        }
        else if (opened is { OverviewId: { Length: > 0 } overview }
            && await answers.FindAsync(reader, itemId, cancellationToken) is { Ok: true, Value: { PostMortemView: var view } })
        {
            await modals.RefreshAsync(new PostMortemKey(view.Number, OverviewId: overview), view, cancellationToken);
        }
    }
}
