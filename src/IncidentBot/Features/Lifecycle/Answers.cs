using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>The answer to the person who asked. The channel shows the change, so a success needs no words.</summary>
internal static class Answers
{
    public static SlashCommandResponse ToVerb(Result<bool> outcome) => outcome switch
    {
        { Refusal: { } refusal } => ToVerb(refusal),
        { Value: false } => SlashCommandResponse.Ephemeral(Mrkdwn.Raw("Nothing changed: the incident already has this value.")),
        _ => SlashCommandResponse.Empty,
    };

    public static SlashCommandResponse ToVerb(Refusal? refusal) => refusal is null
        ? SlashCommandResponse.Empty
        : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence));

    /// <summary>Shows the refusal under its field, or under <paramref name="field"/>; otherwise closes the modal.</summary>
    public static ViewSubmissionResponse ToModal(Refusal? refusal, string field) => refusal is null
        ? ViewSubmissionResponse.Close
        : ViewSubmissionResponse.Error(refusal.Field ?? field, refusal.Sentence);

    public static Task ToButtonAsync(
        this Replies replies, BlockActionRequest request, Refusal? refusal, CancellationToken cancellationToken) =>
        refusal is null ? Task.CompletedTask : replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
}
