using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Replies to the person who acted. A success needs no reply: the channel shows the change.</summary>
internal static class Answers
{
    public static SlashCommandResponse ToCommand(Result<bool> outcome) => outcome switch
    {
        { Refusal: { } refusal } => ToCommand(refusal),
        { Value: false } => SlashCommandResponse.Ephemeral(Mrkdwn.Raw("Nothing changed: the incident already has this value.")),
        _ => SlashCommandResponse.Empty,
    };

    public static SlashCommandResponse ToCommand(Refusal? refusal) => refusal is null
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
