using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Puts errors where Slack can show them: on input blocks only, because any other key breaks the modal.</summary>
internal static class SubmissionErrors
{
    /// <summary>Moves errors that belong to no field to the first field; without any field, the modal shows only the errors.</summary>
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

    /// <summary>The response to a failed submission: "errors" keeps the modal and the typed text, "update" would lose them.</summary>
    public static ViewSubmissionResponse Failure(ViewInfo view, string sentence) => Place(ViewSubmissionResponse.Error("", sentence), view);

    private static ViewSubmissionResponse Notice(string sentences) => ViewSubmissionResponse.Update(NoticeModal.Of(sentences));
}

/// <summary>A modal that shows a message and has no fields.</summary>
internal static class NoticeModal
{
    public static Modal Of(string sentences) => new("Sorry")
    {
        Close = "Close",
        Blocks = [new SectionBlock(new PlainText(sentences))],
    };
}
