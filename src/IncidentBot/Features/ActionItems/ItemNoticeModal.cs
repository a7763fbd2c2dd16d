using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.ActionItems;

/// <summary>What a form becomes when there is something to say about what came of it.</summary>
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
