using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>
/// What the modal shows once the incident is declared: first that a channel is coming, then a link to it, or why there is
/// none.
/// </summary>
internal static class DeclaredModal
{
    public const string CallbackId = "declared";

    /// <param name="incident">The incident.</param>
    /// <param name="channel">Its channel; null while there is none.</param>
    /// <param name="due">When the post-mortem of a report is due; null when none is.</param>
    /// <param name="failure">Why its channel couldn't be created; null when it could, or wasn't tried.</param>
    public static Modal Render(Incident incident, IncidentChannel? channel, DateTimeOffset? due = null, string? failure = null) =>
        new($"{IncidentWords.Noun(incident)} {incident.Number}")
        {
            Close = "Done",
            CallbackId = CallbackId,
            PrivateMetadata = IncidentWords.Number(incident),

            // Until the channel is there, the modal waits for its link.
            NotifyOnClose = failure is null && incident.HasChannel && channel?.ChannelId is null,
            Blocks = failure is not null && channel is { ChannelId: null }
            ? [.. ChannelMissingMessage.Blocks(incident, channel, failure)]
            : [new SectionBlock(Declared(incident)), new SectionBlock(Where(incident, channel)), .. Lead(incident), .. Next(incident, due)],
        };

    private static Mrkdwn Declared(Incident incident) => Mrkdwn.Text(
        $"{IncidentWords.Of(incident.Severity)} *{IncidentWords.Title(incident)}* is {(incident.IsReport ? "recorded" : "declared")}.");

    private static Mrkdwn Where(Incident incident, IncidentChannel? channel) => (incident.HasChannel, channel?.ChannelId) switch
    {
        (_, { } id) => Mrkdwn.Text($"Go to {Mrkdwn.Channel(id)}; everything else happens there."),
        (true, null) => Mrkdwn.Raw("Creating the channel…"),
        _ when incident.IsPrivate => Mrkdwn.Raw("Everything about this incident comes to you as a direct message."),
        _ => Mrkdwn.Raw("Discuss it in the thread of its headline. The buttons are there too."),
    };

    private static IEnumerable<Block> Lead(Incident incident)
    {
        if (incident is { IsOpen: true } && incident.Lead == incident.DeclaredBy)
        {
            yield return new ContextBlock(Mrkdwn.Raw("You lead it until someone else takes over."));
        }
    }

    private static IEnumerable<Block> Next(Incident incident, DateTimeOffset? postMortemDue)
    {
        if (incident is { IsReport: true, PostMortemNeed: { } need } && postMortemDue is { } due)
        {
            yield return new SectionBlock(Mrkdwn.Text($"Post-mortem: {need.ToString().ToLowerInvariant()}, due {Mrkdwn.Date(due)}."))
            {
                Accessory = new Button(CardActions.PostMortem, CardActions.PostMortemLabel) { Value = IncidentWords.Number(incident) },
            };
        }
    }
}
