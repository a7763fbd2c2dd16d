using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Commands;
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
    public static VerbTable Verbs() => new VerbTable()
        .Anywhere<NewVerb>("new", "new Checkout is down", "declare an incident")

        // Lifecycle

        // Timeline

        // Post-mortem

        // Action items
        .InIncident<ActionVerb>("action", "action Alert on the queue's age @ben by friday", "note an action idea; after the incident, an action item")
        .Anywhere<ActionsVerb>("actions", "actions [mine|overdue|all]", "list action items")

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
        .ActionItems()

        .Event<AppHomeOpened, ShowHome>("show the home tab");

    private static SlackRouteTable ActionItems(this SlackRouteTable table) => table
        .Action<OpenActionItems>(CardActions.ActionItems, "show the incident's action items")
        .Action<OpenActionItems>(ItemActions.Mine, "show my action items")
        .Action<OpenActionItems>(ActionListModal.Add, "open the form of a new action item")
        .Action<OpenActionItems>(ActionListModal.Promote, "open the form that makes an idea an action item")
        .MessageShortcut<MessageToItem>("action_add", "Make an action item")
        .Submission<AddItem>(ItemFormModal.CallbackId, "add the action item, or keep it as an idea")
        .Submission<EditItem>(ItemActions.Edit, "change the action item's text and details")
        .Action<PressItem>(ItemActions.More, "whatever was chosen in an action item's menu")
        .Action<PressItem>(ItemActions.Accept, "accept the action item")
        .Action<PressItem>(ItemActions.Decline, "say that the action item is not mine")
        .Action<PressItem>(ItemActions.Done, "the action item is done")
        .Action<PressItem>(ItemActions.Start, "the action item is in progress")
        .Action<PressItem>(ItemActions.AgreeToDate, "agree to the proposed date")
        .Action<PressItem>(ItemActions.KeepDate, "keep the date as it is")
        .Action<PressItem>(ItemActions.Block, "ask what the action item waits for")
        .Action<PressItem>(ItemActions.NewDate, "ask for the action item's new date")
        .Action<PressItem>(ItemActions.Propose, "ask for the date to propose")
        .Action<PressItem>(ItemActions.Reassign, "ask who takes the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Block, "block the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Drop, "drop the action item")
        .Submission<SubmitItemAnswer>(ItemActions.NewDate, "move the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Propose, "propose another date for the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Reassign, "give the action item to somebody else")
        .Event<UserChange, HandOverItems>("hand over the action items of somebody who left")
        .Event<MessagePosted, AnswerPeople>("answer what people write to the bot")
        .Event<AppMention, AnswerPeople>("answer a mention of the bot");
}
