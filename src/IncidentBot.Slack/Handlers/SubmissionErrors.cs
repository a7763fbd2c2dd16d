using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Puts sentences where Slack can show them: it takes errors for input blocks only, and breaks the modal on any other key.</summary>
internal static class SubmissionErrors
{
    /// <summary>Moves sentences without a field of their own to the first field; without any field the modal becomes the sentences.</summary>
    public static ViewSubmissionResponse Place(ViewSubmissionResponse response, ViewInfo view)
    {
        if (response.FieldErrors is not { } errors)
        {
            return response;
        }

        var fields = view.InputBlockIds;
        if (fields.Count == 0)
        {
            return Notice(string.Join('\n', errors.Values));
        }

        var placed = errors
            .GroupBy(error => fields.Contains(error.Key) ? error.Key : fields[0], error => error.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join(' ', group), StringComparer.Ordinal);
        return ViewSubmissionResponse.Errors(placed);
    }

    /// <summary>What a failed submission answers: with "errors" the modal and all that was typed stay, with "update" they would be lost.</summary>
    public static ViewSubmissionResponse Failure(ViewInfo view, string sentence) => Place(ViewSubmissionResponse.Error("", sentence), view);

    private static ViewSubmissionResponse Notice(string sentences) => ViewSubmissionResponse.Update(NoticeModal.Of(sentences));
}

/// <summary>A modal with a sentence and nothing to fill in.</summary>
internal static class NoticeModal
{
    public static Modal Of(string sentences) => new("Sorry")
    {
        Close = "Close",
        Blocks = [new SectionBlock(new PlainText(SlackText.Truncate(sentences, SectionBlock.MaxTextLength)))],
    };
}
