using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems;

/// <summary>The artefacts of a meeting in words, the same in the overview, the form, the invitation and the reminders.</summary>
internal static class ArtefactWords
{
    public static string Label(ArtefactKind kind) => kind switch
    {
        ArtefactKind.Logs => "Logs",
        ArtefactKind.Metrics => "Metrics and dashboards",
        ArtefactKind.Communications => "Communications",
        ArtefactKind.Deployments => "Deployment records",
        _ => "Alert history",
    };

    public static string Hint(ArtefactKind kind) => kind switch
    {
        ArtefactKind.Logs => "A link to a search with the time range set.",
        ArtefactKind.Metrics => "The graph that shows the problem best.",
        ArtefactKind.Communications => "Messages to customers and colleagues, and when they went out.",
        ArtefactKind.Deployments => "What changed in the 24 hours before.",
        _ => "Which alerts fired, and which did not.",
    };

    /// <summary>One line of the checklist: ticked with a link, ticked with "none", or open.</summary>
    public static Mrkdwn Line(PostMortem postMortem, ArtefactKind kind)
    {
        var artefact = postMortem.Meeting.Artefacts.FirstOrDefault(each => each.Kind == kind);
        return artefact switch
        {
            null => Mrkdwn.Text($":white_small_square: {Label(kind)}"),
            { Link: { } link } => Mrkdwn.Text($":white_check_mark: {Mrkdwn.Link(link, Label(kind))}"),
            _ => Mrkdwn.Text($":white_check_mark: {Label(kind)}: none"),
        };
    }

    /// <summary>"logs, alert history"; empty when nothing is missing.</summary>
    public static string Missing(PostMortem postMortem) =>
        string.Join(", ", postMortem.Meeting.MissingArtefacts.Select(kind => Label(kind).ToLowerInvariant()));
}
