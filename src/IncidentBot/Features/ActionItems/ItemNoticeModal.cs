using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.ActionItems;

/// <summary>The modal that shows the result of a form.</summary>
internal static class ItemNoticeModal
{
    public const string CallbackId = "action_notice";

    public static Modal Render(Mrkdwn sentence, params Block[] more) => new("Action items")
    {
        CallbackId = CallbackId,
        Close = "Close",
        Blocks = [new SectionBlock(sentence), .. more],
    };

    /// <summary>A refusal under the field that it is about.</summary>
    public static ViewSubmissionResponse Error(Refusal refusal) => ViewSubmissionResponse.Error(refusal.Field ?? "", refusal.Sentence);
}
