using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.FollowUps;

/// <summary>
/// Answers "Achieved", "Not yet" and "Didn't work", which asks what is still missing. A second person sees the answer.
/// </summary>
internal sealed class AnswerEffectiveness(EffectivenessAnswers verdicts, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(request.Action.ActionId, request.Action.Data), new PersonId(request.User.Id));
        var found = await verdicts.FindAsync(by, key.ItemId, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        var (item, rights) = (found.Value.Item, found.Value.Rights);
        if (item.MayJudge(by, rights) is { Ok: false } not)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(not.Refusal.Sentence), cancellationToken);
        }
        else if (key.Action == FollowUpActions.DidNotWork && key.Seen == item.TimesJudged)
        {
            await modals.ShowAsync(request, DidNotWorkModal.Render(item), cancellationToken);
        }
        else if (await verdicts.GiveAsync(found.Value, VerdictOf(key.Action), item.VerdictReason, key.Seen, by, cancellationToken)
            is { Ok: false })
        {
            await replies.SendAsync(request, Standing(item), cancellationToken);
        }
    }

    private static Mrkdwn Standing(ActionItem item) => Mrkdwn.Text(
        $"{IncidentWords.Of(item.VerdictBy, "Someone")} has already answered: {FollowUpWords.Of(item)}. "
        + $"If you disagree, change the answer in the message.");

    private static EffectivenessVerdict VerdictOf(string action) => action switch
    {
        FollowUpActions.Achieved => EffectivenessVerdict.Achieved,
        FollowUpActions.NotYet => EffectivenessVerdict.NotYet,
        _ => EffectivenessVerdict.DidNotWork,
    };
}

/// <summary>Answers the form behind "Didn't work".</summary>
internal sealed class SubmitDidNotWork(EffectivenessAnswers verdicts, SharedForms forms) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (key, by) = (FollowUpKey.Read(FollowUpActions.DidNotWork, submission.View.PrivateMetadata), new PersonId(submission.User.Id));
        var missing = DidNotWorkModal.Read(submission.View.State);
        var found = await verdicts.FindAsync(by, key.ItemId, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(DidNotWorkModal.Blocks.Missing, found.Refusal.Sentence);
        }

        var item = found.Value.Item;
        if (item.TimesJudged != key.Seen && (item.Verdict, item.VerdictReason) != (EffectivenessVerdict.DidNotWork, missing))
        {
            var name = await forms.NameAsync(item.VerdictBy, submission, cancellationToken);
            var sentence = $"{name} has already answered: {ActionWords.Effect(item)}. Press Save again to replace that answer.";
            var news = FormattableString.Invariant($"{item.Id:N}:{item.TimesJudged}");
            var errors = new Dictionary<string, string> { [DidNotWorkModal.Blocks.Missing] = sentence };
            if (await forms.WarnOnceAsync(submission, errors, news, cancellationToken) is { } warning)
            {
                return warning;
            }

            key = key with { Seen = item.TimesJudged };
        }

        var given = await verdicts.GiveAsync(found.Value, EffectivenessVerdict.DidNotWork, missing, key.Seen, by, cancellationToken);
        return given.Ok
            ? ViewSubmissionResponse.Close
            : ViewSubmissionResponse.Error(DidNotWorkModal.Blocks.Missing, given.Refusal.Sentence);
    }
}
