using IncidentBot.Slack.Blocks;
using IncidentBot.Workspace;

namespace IncidentBot.Cards;

/// <summary>The way from Slack to an incident's page in the browser, called the same wherever it stands.</summary>
internal static class PageLinks
{
    /// <summary>"Open write-up", or "Open page" while there is none; empty where there are no pages.</summary>
    public static Mrkdwn Of(this PageAddresses addresses, int number, bool isPublished) =>
        addresses.OfIncident(number) is { } page ? Mrkdwn.Link(page, isPublished ? "Open write-up" : "Open page") : Mrkdwn.Empty;
}
