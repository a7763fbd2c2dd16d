using IncidentBot.Features.Lifecycle;
using IncidentBot.Slack.Handlers;

namespace IncidentBot;

/// <content>Links between incidents.</content>
internal static partial class SlackRoutes
{
    private static SlackRouteTable Links(this SlackRouteTable routes) => routes
        .Submission<SubmitLink>(LinkModal.Link, "link two incidents")
        .Submission<SubmitLink>(LinkModal.Unlink, "remove the link between two incidents");
}
