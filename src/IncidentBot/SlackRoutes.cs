using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.ActionItems.Ideas;
using IncidentBot.Features.Archiving;
using IncidentBot.Features.Board;
using IncidentBot.Features.Channels;
using IncidentBot.Features.Debriefs;
using IncidentBot.Features.Declare;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Help;
using IncidentBot.Features.Home;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.Meetings;
using IncidentBot.Features.Meetings.Preparation;
using IncidentBot.Features.PostMortems;
using IncidentBot.Features.Timelines;
using IncidentBot.Features.Timelines.EntryContext;
using IncidentBot.Features.WriteUps;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Features.WriteUps.Sections;
using IncidentBot.Features.WriteUps.Sharing;
using IncidentBot.Features.WriteUps.SignOffs;
using IncidentBot.Features.WriteUps.Versions;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot;

/// <summary>What Slack can ask, and who answers. Every id stands here once; the help text and the manifest are held to it.</summary>
internal static class SlackRoutes
{
    /// <summary>The words after the command. The first one also gets text that is no verb: it is the title of a new incident.</summary>
    public static VerbTable Verbs() => new VerbTable()
        .Anywhere<NewVerb>("new", "new Checkout is down", "declare an incident")
        .Anywhere<ReportVerb>("report", "report Checkout was down", "record a past incident")

        // Lifecycle
        .Anywhere<ListVerb>("list", "list", "list the open incidents")
        .InIncident<SevVerb>("sev", "sev 1", "change the severity")
        .InIncident<StatusVerb>("status", "status mitigated", "change the status: investigating, identified, mitigated")
        .InIncident<LeadVerb>("lead", "lead @name", "assign the lead; \"me\" works too")
        .InIncident<RoleVerb>("role", "role scribe @name", "assign a role: lead, communications or scribe")
        .InIncident<OpenUpdate>("update", "update We are rolling back", "post a status update (no text opens a form)")
        .InIncident<OpenResolve>("resolve", "resolve", "resolve the incident")
        .InIncident<OpenReopen>("reopen", "reopen The errors are back", "reopen the incident")
        .InIncident<CancelVerb>("cancel", "cancel It was a false alarm", "cancel the incident: no metrics, no post-mortem")
        .InIncident<DuplicateVerb>("duplicate", "duplicate of 7", "mark the incident as a duplicate")

        // Timeline
        .InIncident<NoteVerb>("note", "note rolled back the release at 14:05", "add a note to the timeline")
        .InIncident<SignalVerb>("signal", "signal disk alert at 14:05 missed", "add a signal that fired, or should have")
        .InIncident<DecisionVerb>("decision", "decision stay on the old version", "add a decision to the timeline")
        .InIncident<TimelineVerb>("timeline", "timeline", "review the timeline: correct entries, add messages")

        // Post-mortem
        .InIncident<OpenDebrief>("debrief", "debrief", "ten minutes right after the incident: what happened, the fix, what to remember")
        .InIncident<PmVerb>("pm", "pm schedule", "the post-mortem: open, schedule, start, waive REASON, publish")
        .Anywhere<FacilitateVerb>("facilitate", "facilitate [in|out]", "show, join or leave the pool of facilitators")

        // Action items
        .InIncident<ActionVerb>(
            "action", "action Alert on the queue's age @ben by friday", "add an action idea; after the incident, an action item")
        .Anywhere<ActionsVerb>("actions", "actions [mine|overdue|all]", "list action items")

        .Anywhere<LearnVerb>("learn", "learn", "what post-mortems are for, and further reading")
        .Anywhere<HelpVerb>("help", "help", "show this list");

    public static SlackRouteTable Create(IncidentsOptions options) => options.PostMortemCommandNames.Aggregate(
        new SlackRouteTable()
            .Command<IncidentCommand>(options.Command, "[title] | list | report | actions | help", "Declare and run incidents")
            .People()
            .Declare()
            .Lifecycle()
            .Channels()
            .Timeline()
            .PostMortem()
            .WriteUps()
            .Room()
            .FollowingUp()
            .ActionItems()
            .Event<AppHomeOpened, ShowHome>("show the home tab"),
        (routes, command) => routes.Command<PostMortemCommand>(
            command,
            "[#12] [schedule | start | waive REASON | publish]",
            "Open the post-mortem of this channel's incident, or list those that are due"));

    /// <summary>First, because others ask of the same events who is still here.</summary>
    private static SlackRouteTable People(this SlackRouteTable routes) => routes
        .Event<UserChange, RefreshPerson>("know names and time zones")
        .Event<TeamJoin, RefreshPerson>("know who came back");

    private static SlackRouteTable Declare(this SlackRouteTable routes) => routes
        .Action<OpenDeclare>(CardActions.Declare, "open the declare form")
        .Action<ChangeForm>(DeclareModal.ShowMore, "show the rarely needed fields of the declare form")
        .Action<ChangeForm>(DeclareModal.Report, "go to the form of a past incident")
        .Action<ChangeForm>(ReportModal.Declare, "go back to the declare form")
        .Submission<DeclareIncident>(DeclareModal.CallbackId, "declare the incident")
        .Submission<ReportIncident>(ReportModal.CallbackId, "record the past incident")
        .Shortcut<OpenDeclare>("incident_declare", "Declare incident", "Open the form that declares an incident")
        .MessageShortcut<OpenDeclare>("declare_from_message", "Declare from message", "Declare an incident with this message as its title")
        .Action<JoinIncident>(CardActions.Join, "join the incident's channel")
        .Action<RetryChannel>(CardActions.RetryChannel, "try again to make the channel")
        .Action<UseChannel>(CardActions.UseChannel, "use the channel in which the incident was declared");

    private static SlackRouteTable Lifecycle(this SlackRouteTable routes) => routes
        .Action<ClaimRole>(CardActions.ClaimRole, "take a role")
        .Action<LeaveRole>(CardActions.LeaveRole, "step down from a role")
        .Action<OpenEdit>(CardActions.EditIncident, "open the form to change severity, status, title and the rest")
        .Submission<EditIncident>(EditModal.CallbackId, "change what was touched")
        .Action<OpenUpdate>(CardActions.PostUpdate, "open the form of a status update")
        .Submission<PostUpdate>(UpdateModal.CallbackId, "post the status update")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze30, "put the status update off by 30 minutes")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze60, "put the status update off by 60 minutes")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze90, "put the status update off by 90 minutes")
        .Action<OpenResolve>(CardActions.Resolve, "open the resolve form")
        .Submission<ResolveIncident>(ResolveModal.CallbackId, "resolve the incident")
        .Action<OpenReopen>(CardActions.Reopen, "open the reopen form")
        .Submission<ReopenIncident>(ReopenModal.CallbackId, "reopen the incident")
        .Event<UserChange, FreeRoles>("free the roles of someone who left");

    private static SlackRouteTable Channels(this SlackRouteTable routes) => routes
        .Event<ChannelRename, FollowChannel>("know the channel's name")
        .Event<ChannelArchive, FollowChannel>("know that the channel is archived, and say what to do")
        .Event<ChannelUnarchive, FollowChannel>("know that the channel is back")
        .Event<ChannelLeft, FollowBot>("say what to do when the bot is removed from a channel")
        .Event<MemberJoinedChannel, FollowBot>("continue when the bot is invited again")
        .Event<MemberJoinedChannel, FollowMembers>("let members of a private channel see its incident")
        .Event<MemberLeftChannel, FollowMembers>("no longer let them see it")
        .Event<MessageEvent, FollowPrivacy>("make an incident private when its channel is")
        .Event<ChannelIdChanged, FollowChannelId>("know the channel's new id");

    private static SlackRouteTable Timeline(this SlackRouteTable routes) => routes
        .Event<MessageEvent, RecordMessages>("keep every message of an incident's channel with its edits")
        .Event<ReactionAdded, FollowReactions>("put a message on the timeline")
        .Event<ReactionRemoved, FollowReactions>("take it off again")
        .Event<PinAdded, FollowPins>("put a pinned message on the timeline")
        .Event<PinRemoved, FollowPins>("take it off again")
        .MessageShortcut<OpenMessage>("timeline_add", "Add to timeline", "Put this message on the incident's timeline at its own time")
        .Action<OpenEntry>(CardActions.AddEntry, "write an entry by hand")
        .Action<OpenReview>(CardActions.ReviewTimeline, "review the timeline")
        .Action<UseEntryMenu>(ReviewModal.EntryMenu, "edit, star or remove an entry")
        .Action<WorkOnReview>(ReviewModal.AddMessage, "put a message on the timeline as an event")
        .Action<WorkOnReview>(ReviewModal.AddMessageAs, "put a message on the timeline as something else")
        .Action<WorkOnReview>(ReviewModal.MarkGap, "mark a quiet period as worked on")
        .Action<WorkOnReview>(ReviewModal.Older, "turn back")
        .Action<WorkOnReview>(ReviewModal.Newer, "turn on")
        .Submission<WriteEntry>(EntryModal.Write, "add the entry and post it in the channel")
        .Submission<EditEntry>(EntryModal.Add, "put the message on the timeline")
        .Submission<EditEntry>(EntryModal.Edit, "correct the entry")
        .Action<OpenContext>(CardActions.WhatWasKnown, "ask what was known at that moment")
        .Submission<SaveContext>(ContextModal.CallbackId, "keep what was known at that moment");

    private static SlackRouteTable PostMortem(this SlackRouteTable routes) => routes
        .Action<OpenDebrief>(CardActions.Debrief, "open the debrief")
        .Submission<AddDebriefNote>(DebriefModal.CallbackId, "add to the debrief")
        .Action<OpenPostMortem>(CardActions.PostMortem, "open the post-mortem")
        .Action<ReadDebrief>(PostMortemActions.ReadDebrief, "read what was said right after the incident")
        .Action<OpenSection>(PostMortemActions.OpenSection, "open a section of the document")
        .Submission<SaveSection>(SectionModal.CallbackId, "save a section of the document")
        .Action<ApplyRewrite>(FindingBlocks.Use, "put other words into the field")
        .Action<OpenItem>(PostMortemActions.OpenItem, "edit a factor, a learning or a chain of whys, or add one")
        .Action<OpenItem>(PostMortemActions.NewItem, "add a factor, a learning or a chain of whys")
        .Action<RemoveItem>(PostMortemActions.RemoveItem, "remove a factor or a learning")
        .Action<RemoveItem>(PostMortemActions.ChooseGap, "choose the gap to close of several chains of whys")
        .Action<OpenSchedule>(PostMortemActions.Schedule, "choose when the post-mortem meets")
        .Submission<ScheduleMeeting>(ScheduleModal.CallbackId, "schedule the post-mortem")
        .Action<OpenFacilitator>(PostMortemActions.Facilitator, "choose who facilitates")
        .Submission<ChooseFacilitator>(FacilitatorModal.CallbackId, "appoint the facilitator")
        .Action<VolunteerToFacilitate>(PostMortemActions.Volunteer, "volunteer to facilitate")
        .Action<DeclineFacilitating>(PostMortemActions.DeclineFacilitating, "stop facilitating")
        .Action<AnswerFacilitatorRequest>(PostMortemActions.AcceptFacilitating, "facilitate, as asked")
        .Action<AnswerFacilitatorRequest>(PostMortemActions.RefuseFacilitating, "decline to facilitate; someone else is asked")
        .Action<JoinOrLeavePool>(PostMortemActions.JoinPool, "join the pool of facilitators")
        .Action<JoinOrLeavePool>(PostMortemActions.LeavePool, "leave the pool of facilitators")
        .Action<MarkHeld>(PostMortemActions.Held, "say that the post-mortem was held")
        .Action<ArchiveChannelNow>(PostMortemActions.Archive, "archive the incident's channel")
        .Action<KeepChannel>(PostMortemActions.KeepChannel, "keep the channel for another week")
        .Action<OpenWaive>(PostMortemActions.Waive, "say why no post-mortem is needed")
        .Submission<WaivePostMortem>(WaiveModal.CallbackId, "waive the post-mortem")
        .Event<UserChange, ReplaceFacilitators>("look for another facilitator when one left");

    private static SlackRouteTable WriteUps(this SlackRouteTable routes) => routes
        .Action<PreviewWriteUp>(PostMortemActions.Preview, "look at the write-up before it is published")
        .Action<ChooseTemplate>(PostMortemActions.Template, "choose what the document consists of")
        .Action<ShareDraft>(PostMortemActions.ShareDraft, "share the draft for corrections")
        .Action<OpenAttendance>(PostMortemActions.Attendance, "say who was in the meeting")
        .Submission<RecordAttendance>(AttendanceModal.CallbackId, "note who was in the meeting")
        .Action<SignOffDraft>(PostMortemActions.SignOff, "sign off on the draft")
        .Action<PublishWriteUp>(PostMortemActions.Publish, "publish the write-up")
        .Submission<CorrectWriteUp>(CorrectionModal.CallbackId, "publish a corrected version")
        .Action<OpenCorrection>(PostMortemActions.Wrong, "say what is wrong in draft or write-up")
        .Submission<SendCorrection>(ReportMistakeModal.CallbackId, "send a correction")
        .Action<AcceptCorrection>(PostMortemActions.AcceptCorrection, "accept a correction")
        .Action<OpenDecline>(PostMortemActions.DeclineCorrection, "say why a correction is declined")
        .Submission<DeclineCorrection>(DeclineModal.CallbackId, "decline a correction")
        .Action<OpenSharing>(PostMortemActions.BriefLeadership, "brief leadership on a write-up")
        .Action<OpenSharing>(PostMortemActions.TellTeams, "tell teams that run a similar risk")
        .Submission<ShareWriteUp>(SharingModal.CallbackId, "send a write-up to those who should know")
        .Action<MarkRead>(PostMortemActions.Read, "say that I have read the write-up");

    private static SlackRouteTable Room(this SlackRouteTable routes) => routes
        .Action<OpenBoard>(BoardActions.Open, "ask for the agenda and start the meeting")
        .Submission<StartMeeting>(AgendaModal.Begin, "start the meeting")
        .Action<DriveMeeting>(BoardActions.Next, "go to the next phase")
        .Action<DriveMeeting>(BoardActions.Back, "go back to the phase before")
        .Action<DriveMeeting>(BoardActions.Finish, "end the meeting")
        .Action<DriveMeeting>(BoardActions.Resume, "go on with a meeting that was ended")
        .Action<DriveMeeting>(BoardActions.Extend, "give the phase more time")
        .Action<ShowNextPrompt>(BoardActions.Prompt, "show another prompt card")
        .Action<DriveMeeting>(BoardActions.PreviousEntry, "show the line before on the board")
        .Action<DriveMeeting>(BoardActions.NextEntry, "show the next line on the board")
        .Action<DriveMeeting>(BoardActions.PrimeDirective, "post the Prime Directive again")
        .Action<DriveMeeting>(BoardActions.AgreeOnTimeline, "keep that the room agreed on the timeline")
        .Action<DriveMeeting>(BoardActions.ReopenTimeline, "take the timeline up again")
        .Action<OpenAgenda>(BoardActions.Agenda, "ask for another agenda")
        .Submission<ChangeAgenda>(AgendaModal.Change, "follow another agenda")
        .Action<JoinMeeting>(BoardActions.Join, "say that I am in the room")
        .Action<JoinMeeting>(BoardActions.TakeOver, "take over the board")
        .Action<JoinMeeting>(BoardActions.RaiseBlame, "raise anonymously that blame is creeping in")
        .Action<OpenFollowUps>(BoardActions.FollowUps, "open the follow-up reviews")
        .Submission<ScheduleReviews>(FollowUpModal.CallbackId, "schedule the follow-up reviews")
        .Action<OpenParkingLot>(BoardActions.Park, "open the parking lot")
        .Action<OpenParkingLot>(BoardActions.ParkingLot, "show the parking lot")
        .Submission<ParkPoint>(ParkingLotModal.CallbackId, "park a question");

    private static SlackRouteTable FollowingUp(this SlackRouteTable routes) => routes
        .Action<AnswerEffectiveness>(FollowUpActions.Achieved, "say that the action worked")
        .Action<AnswerEffectiveness>(FollowUpActions.NotYet, "say that it cannot be told yet whether the action worked")
        .Action<AnswerEffectiveness>(FollowUpActions.DidNotWork, "ask what is still missing")
        .Action<AnswerEffectiveness>(FollowUpActions.ChangeEffectiveness, "answer differently whether the action worked")
        .Submission<SubmitDidNotWork>(FollowUpActions.DidNotWork, "say that the action did not work, and open its cause again")
        .Action<AnswerRecurrence>(FollowUpActions.NotBack, "say that the incident has not come back")
        .Action<AnswerRecurrence>(FollowUpActions.TooEarly, "say that it cannot be told yet whether it has come back")
        .Action<AnswerRecurrence>(FollowUpActions.CameBack, "ask as which incident it came back")
        .Action<AnswerRecurrence>(FollowUpActions.ChangeRecurrence, "answer differently whether it has come back")
        .Submission<SubmitRecurrence>(FollowUpActions.CameBack, "say that it came back, and open its cause again");

    private static SlackRouteTable ActionItems(this SlackRouteTable routes) => routes
        .Action<OpenActionItems>(CardActions.ActionItems, "show the incident's action items")
        .Action<OpenOwnItems>(ItemActions.Mine, "show my action items")
        .Action<OpenActionItems>(ItemActions.Add, "open the form of a new action item")
        .Action<PromoteIdea>(ItemActions.Promote, "open the form that makes an idea an action item")
        .Action<OpenIdeas>(ItemActions.AddIdea, "ask for an idea")
        .Action<OpenIdeas>(ItemActions.Vote, "open my three votes")
        .Action<ParkTheRest>(ItemActions.ParkRest, "park the ideas that were not chosen")
        .Submission<AddIdea>(IdeaModal.CallbackId, "add an idea")
        .Submission<CastVotes>(VoteModal.CallbackId, "save my votes")
        .MessageShortcut<MessageToItem>(
            "action_add", "Make an action item", "Turn this message into an action item with an owner and a due date")
        .Submission<AddItem>(ItemFormModal.CallbackId, "add the action item, or keep it as an idea")
        .Submission<EditItem>(ItemActions.Edit, "change the action item's text and details")
        .Action<ActionItemButtons>(ItemActions.More, "whatever was chosen in an action item's menu")
        .Action<ActionItemButtons>(ItemActions.Accept, "accept the action item")
        .Action<ActionItemButtons>(ItemActions.Decline, "say that the action item is not mine")
        .Action<ActionItemButtons>(ItemActions.Edit, "open the action item")
        .Action<ActionItemButtons>(ItemActions.Done, "the action item is done")
        .Action<ActionItemButtons>(ItemActions.Start, "the action item is in progress")
        .Action<ActionItemButtons>(ItemActions.AgreeToDate, "agree to the proposed date")
        .Action<ActionItemButtons>(ItemActions.KeepDate, "keep the date as it is")
        .Action<ActionItemButtons>(ItemActions.Block, "ask what the action item waits for")
        .Action<ActionItemButtons>(ItemActions.NewDate, "ask for the action item's new date")
        .Action<ActionItemButtons>(ItemActions.Propose, "ask for the date to propose")
        .Action<ActionItemButtons>(ItemActions.Reassign, "ask who takes the action item")
        .Action<TakeItem>(ItemActions.Take, "take an action item whose owner left")
        .Submission<SubmitItemAnswer>(ItemActions.Block, "block the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Drop, "drop the action item")
        .Submission<SubmitItemAnswer>(ItemActions.NewDate, "move the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Propose, "propose another date for the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Reassign, "reassign the action item")
        .Event<UserChange, HandOverItems>("hand over the action items of someone who left")
        .Event<MessagePosted, AnswerDirectMessages>("answer what people write to the bot")
        .Event<AppMention, AnswerMention>("answer a mention of the bot");
}
