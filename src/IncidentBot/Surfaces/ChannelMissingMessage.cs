using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Surfaces;

/// <summary>The DM to whoever declared an incident whose channel could not be made: why, and a button to try again.</summary>
internal static class ChannelMissingMessage
{
    public static Post For(Incident incident, string error)
    {
        var text = Mrkdwn.Text(
            $":warning: *{IncidentWords.Title(incident)}* is declared, but it has no channel yet: {Because(error)}\nNothing is lost. Talk where you are, and try again when the cause is gone.");
        var again = new Button(CardActions.RetryChannel, "Try again") { Value = IncidentWords.Number(incident), Style = ButtonStyle.Primary };
        return new Post(Address.Person(incident.DeclaredBy), new MessageContent(text, new SectionBlock(text), new ActionsBlock(again)));
    }

    // conversations.create, "Errors".
    private static Mrkdwn Because(string error) => error switch
    {
        "restricted_action" or "user_is_restricted" => Mrkdwn.Raw("the workspace does not let the bot make channels. An admin can allow it."),
        "name_taken" => Mrkdwn.Raw("every name that I tried is taken."),
        "missing_scope" or "not_allowed_token_type" => Mrkdwn.Raw("the bot lacks the permission. An admin can install it again."),
        "too_many_convos_for_team" => Mrkdwn.Raw("the workspace has reached Slack's limit of channels."),
        _ => Mrkdwn.Text($"Slack answered `{error}`."),
    };
}
