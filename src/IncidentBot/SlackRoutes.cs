using IncidentBot.Commands;
using IncidentBot.Features.Declare;
using IncidentBot.Features.Help;
using IncidentBot.Features.HomeTab;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot;

/// <summary>What Slack can ask, and who answers. Every id stands here once; the help text and the manifest are held to it.</summary>
internal static class SlackRoutes
{
    /// <summary>The words after the command. The first one also gets text that is no verb: it is the title of a new incident.</summary>
    public static VerbTable Verbs() => new VerbTable()
        .Anywhere<NewVerb>("new", "new Checkout is down", "declare an incident")

        // Lifecycle

        // Timeline

        // Post-mortem

        // Action items

        .Anywhere<HelpVerb>("help", "help", "this list");

    public static SlackRouteTable Create(IncidentsOptions options) => new SlackRouteTable()
        .Command<IncidentCommand>(options.Command, "declare an incident, and everything that is done in its channel")

        .Action<OpenDeclare>(CardActions.Declare, "open the declare form")
        .Action<ShowMoreFields>(DeclareModal.ShowMore, "show the rarely needed fields of the declare form")
        .Submission<DeclareIncident>(DeclareModal.CallbackId, "declare the incident")
        .Shortcut<OpenDeclare>("incident_declare", "Declare incident")
        .MessageShortcut<OpenDeclare>("declare_from_message", "Declare from message")
        .Action<JoinIncident>(CardActions.Join, "invite me to the incident's channel")
        .Action<RetryChannel>(CardActions.RetryChannel, "try again to make the channel")

        // Lifecycle

        // Timeline

        // Post-mortem

        // Action items

        .Event<AppHomeOpened, ShowHome>("show the home tab");
}
