using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>
/// Tells the declarer, in the modal and in a DM, why the channel could not be created. The buttons try again, or use the channel in
/// which the incident was declared.
/// </summary>
internal static class ChannelMissingMessage
{
    public static Post For(Incident incident, IncidentChannel channel, string error) =>
        new(Address.Person(incident.DeclaredBy), new MessageContent(Text(incident, channel, error), [.. Blocks(incident, channel, error)]));

    public static IEnumerable<Block> Blocks(Incident incident, IncidentChannel channel, string error)
    {
        yield return new SectionBlock(Text(incident, channel, error));
        var again = new Button(CardActions.RetryChannel, "Try again")
        {
            Value = IncidentWords.Number(incident),
            Style = ButtonStyle.Primary,
        };
        var here = new Button(CardActions.UseChannel, "Use that channel") { Value = IncidentWords.Number(incident) };
        yield return channel.DeclaredIn is null ? new ActionsBlock(again) : new ActionsBlock(again, here);
    }

    private static Mrkdwn Text(Incident incident, IncidentChannel channel, string error)
    {
        var instead = channel.DeclaredIn is { } id ? Mrkdwn.Text($", or use {Mrkdwn.Channel(id)} instead") : Mrkdwn.Empty;
        return Mrkdwn.Text(
            $":warning: *{IncidentWords.Title(incident)}* is declared, but I couldn't create its channel: "
                + $"{Because(error)}\nNothing is lost. Keep talking where you are, and try again once this is fixed{instead}.");
    }

    // The error codes that Slack documents for conversations.create.
    private static Mrkdwn Because(string error) => error switch
    {
        "restricted_action" or "user_is_restricted" =>
            Mrkdwn.Raw("the workspace doesn't let the bot create channels. An admin can allow it."),
        "name_taken" => Mrkdwn.Raw("every name I tried is taken."),
        "missing_scope" or "not_allowed_token_type" => Mrkdwn.Raw("the bot lacks a permission. Ask an admin to reinstall the app."),
        "too_many_convos_for_team" => Mrkdwn.Raw("the workspace has reached Slack's limit of channels."),
        _ => Mrkdwn.Text($"Slack answered `{error}`."),
    };
}
