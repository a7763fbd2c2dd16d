using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.ActionItems;

/// <summary>The modal that shows the result of a form.</summary>
internal static class ItemResultModal
{
    public const string CallbackId = "action_notice";

    public static Modal Render(Mrkdwn sentence, params Block[] more) => new("Action items")
    {
        CallbackId = CallbackId,
        Close = "Close",
        Blocks = [new SectionBlock(sentence), .. more],
    };

    /// <summary>Shows a refusal under its field.</summary>
    public static ViewSubmissionResponse Error(Refusal refusal) => ViewSubmissionResponse.Error(refusal.Field ?? "", refusal.Sentence);
}
