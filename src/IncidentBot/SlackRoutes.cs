using IncidentBot.Cards;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.ActionItems.Ideas;
using IncidentBot.Features.Archiving;
using IncidentBot.Features.Board;
using IncidentBot.Features.Causes;
using IncidentBot.Features.Channels;
using IncidentBot.Features.Debriefs;
using IncidentBot.Features.Declare;
using IncidentBot.Features.Declare.NearMisses;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Help;
using IncidentBot.Features.Histories;
using IncidentBot.Features.Home;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.Meetings;
using IncidentBot.Features.Meetings.Preparation;
using IncidentBot.Features.PostMortems;
using IncidentBot.Features.ServiceNames;
using IncidentBot.Features.Timelines;
using IncidentBot.Features.Timelines.EntryContext;
using IncidentBot.Features.WriteUps;
using IncidentBot.Features.WriteUps.Corrections;
using IncidentBot.Features.WriteUps.Sections;
using IncidentBot.Features.WriteUps.Sharing;
using IncidentBot.Features.WriteUps.SignOffs;
using IncidentBot.Features.WriteUps.Versions;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot;

/// <summary>What Slack can send, and which handler answers. Every id is listed once; help and manifest follow from it.</summary>
internal static partial class SlackRoutes
{
    public static SlackRouteTable Create(IncidentsOptions options) => options.PostMortemCommandNames.Aggregate(
        new SlackRouteTable()
            .Command<IncidentCommand>(options.Command, "[title] | list | log | search | actions | help", "Declare and run incidents")
            .Form<RunCommand>(CardActions.RunCommand, "run the command for the chosen incident")
            .People()
            .Declare()
            .Lifecycle()
            .Links()
            .Preparation()
            .Channels()
            .Timeline()
            .PostMortem()
            .WriteUps()
            .Room()
            .FollowingUp()
            .IncidentLog()
            .Recurrence()
            .Subscriptions()
            .ActionItems()
            .Event<AppHomeOpened, ShowHome>("show the home tab"),
        (routes, command) => routes.Command<PostMortemCommand>(
            command, "[#12] [schedule | start | waive REASON | publish]",
            "Open the post-mortem of this channel's incident, or list those that are due"));

    /// <summary>First, because other handlers of the same events ask who is still active.</summary>
    private static SlackRouteTable People(this SlackRouteTable routes) => routes
        .Event<UserChange, RefreshPerson>("keep names and time zones up to date")
        .Event<TeamJoin, RefreshPerson>("note that someone is back");

    private static SlackRouteTable Declare(this SlackRouteTable routes) => routes
        .Form<OpenDeclare>(CardActions.Declare, "open the declare form")
        .Action<ChangeForm>(DeclareModal.ShowMore, "show the rarely needed fields of the declare form")
        .Action<ChangeForm>(DeclareModal.Report, "switch to the form for a past incident")
        .Action<ChangeForm>(ReportModal.Declare, "switch back to the declare form")
        .Submission<DeclareIncident>(DeclareModal.CallbackId, "declare the incident")
        .Closed<StopShowingChannel>(DeclaredModal.CallbackId, "stop waiting for the link to the channel")
        .Submission<ReportIncident>(ReportModal.CallbackId, "record the past incident")
        .Form<OpenNearMiss>(CardActions.NearMiss, "open the form for a near miss")
        .Submission<ReportNearMiss>(NearMissModal.CallbackId, "report the near miss")
        .Form<NameNearMissCause>(NearMissCauseModal.Open, "choose the cause class of a near miss")
        .Submission<NameNearMissCause>(NearMissCauseModal.CallbackId, "save the cause class of a near miss")
        .Form<HoldNearMissPostMortem>(NearMissPostMortemModal.Open, "ask for the title of a near miss's post-mortem")
        .Submission<HoldNearMissPostMortem>(NearMissPostMortemModal.CallbackId, "make an incident of a near miss")
        .Shortcut<OpenDeclare>("incident_declare", "Declare incident", "Open the form that declares an incident")
        .MessageShortcut<OpenDeclare>("declare_from_message", "Declare from message", "Declare an incident with this message as its title")
        .Action<JoinIncident>(CardActions.Join, "join the incident's channel")
        .Action<RetryChannel>(CardActions.RetryChannel, "try again to create the channel")
        .Action<UseChannel>(CardActions.UseChannel, "use the channel in which the incident was declared");

    private static SlackRouteTable Lifecycle(this SlackRouteTable routes) => routes
        .Action<ClaimRole>(CardActions.ClaimRole, "take a role")
        .Action<StepDownFromRole>(CardActions.StepDown, "step down from a role")
        .Form<OpenHandover>(CardActions.HandOver, "open the form that hands over the lead")
        .Submission<HandOverLead>(HandoverModal.CallbackId, "hand over the lead")
        .Form<OpenEditForm>(CardActions.EditIncident, "open the form to change severity, status, title and the rest")
        .Submission<EditIncident>(EditModal.CallbackId, "save the changes to the incident")
        .Form<OpenHistory>(CardActions.IncidentHistory, "show who changed the incident")
        .Form<OpenHistory>(CardActions.TimelineHistory, "show earlier texts, changed milestones and agreements on the timeline")
        .Form<OpenHistory>(CardActions.PostMortemHistory, "show who changed the post-mortem")
        .Form<UpdateOrReopen>(CardActions.PostUpdate, "open the form for a status update")
        .Submission<PostUpdate>(UpdateModal.CallbackId, "post the status update")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze30, "snooze the status update for 30 minutes")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze60, "snooze the status update for 60 minutes")
        .Action<SnoozeUpdate>(UpdateReminderMessage.Snooze90, "snooze the status update for 90 minutes")
        .Form<OpenResolveForm>(CardActions.Resolve, "open the resolve form")
        .Submission<ResolveIncident>(ResolveModal.CallbackId, "resolve the incident")
        .Form<OpenWhatHappened>(CardActions.WhatHappened, "open the form about reasons for a post-mortem and milestones")
        .Submission<SaveWhatHappened>(WhatHappenedModal.CallbackId, "save the reasons and milestones")
        .Form<OpenCancelForm>(CardActions.CancelIncident, "ask why the incident is cancelled")
        .Form<OpenCancelForm>(CardActions.MarkDuplicate, "ask which incident it is a duplicate of")
        .Submission<SubmitCancelForm>(CancelForms.Cancel.CallbackId, "cancel the incident")
        .Submission<SubmitCancelForm>(CancelForms.Duplicate.CallbackId, "mark the incident as a duplicate")
        .Form<UpdateOrReopen>(CardActions.Reopen, "open the reopen form")
        .Submission<ReopenIncident>(ReopenModal.Form.CallbackId, "reopen the incident")
        .Options<SuggestServices>(ServiceField.ActionId, "offer the services used before, and the new name")
        .Form<ServicesVerb>(ServicesModal.Rename, "open the form that renames a service")
        .Submission<RenameServiceName>(ServicesModal.RenameCallbackId, "rename a service, or merge it with another")
        .Event<UserChange, ReleaseRoles>("free the roles of someone who left");

    private static SlackRouteTable Channels(this SlackRouteTable routes) => routes
        .Event<ChannelRename, FollowChannel>("keep the channel's name up to date")
        .Event<ChannelArchive, FollowChannel>("note that the channel is archived, and say what to do")
        .Event<ChannelUnarchive, FollowChannel>("note that the channel was unarchived")
        .Event<ChannelLeft, FollowBot>("say what to do when the bot is removed from a channel")
        .Event<MemberJoinedChannel, FollowBot>("continue when the bot is invited again")
        .Event<MemberJoinedChannel, FollowMembers>("let members of a private channel see its incident")
        .Event<MemberLeftChannel, FollowMembers>("hide it from someone who leaves")
        .Event<MessageEvent, FollowPrivacy>("make the incident private when its channel becomes private")
        .Event<ChannelIdChanged, FollowChannelId>("record the channel's new id");

    private static SlackRouteTable Timeline(this SlackRouteTable routes) => routes
        .Event<MessageEvent, RecordMessages>("record every message and edit in an incident's channel")
        .Event<ReactionAdded, FollowReactions>("put a message on the timeline")
        .Event<ReactionRemoved, FollowReactions>("take the message off the timeline")
        .Event<PinAdded, FollowPins>("put a pinned message on the timeline")
        .Event<PinRemoved, FollowPins>("take the unpinned message off the timeline")
        .MessageShortcut<OpenMessageEntry>("timeline_add", "Add to timeline", "Put this message on the incident's timeline at its own time")
        .Form<OpenEntryForm>(CardActions.AddEntry, "write an entry by hand")
        .Form<OpenReview>(CardActions.ReviewTimeline, "review the timeline")
        .Form<UseEntryMenu>(ReviewModal.EntryMenu, "edit, star or remove an entry")
        .Action<UpdateReview>(ReviewModal.AddMessage, "put a message on the timeline as an event")
        .Action<UpdateReview>(ReviewModal.AddMessageAs, "put a message on the timeline as another kind of entry")
        .Action<UpdateReview>(ReviewModal.MarkGap, "say whether people were working in a quiet period")
        .Action<UpdateReview>(ReviewModal.Older, "show older messages")
        .Action<UpdateReview>(ReviewModal.Newer, "show newer messages")
        .Form<OpenMilestones>(CardActions.EditMilestones, "open the form of the milestones")
        .Submission<SaveMilestones>(MilestonesModal.CallbackId, "save the changed milestones")
        .Submission<WriteEntry>(EntryModal.Write, "add the entry and post it in the channel")
        .Submission<EditEntry>(EntryModal.Add, "put the message on the timeline")
        .Submission<EditEntry>(EntryModal.Edit, "correct the entry")
        .Form<OpenContext>(CardActions.EntryContext, "open the form for what was known then")
        .Submission<SaveContext>(ContextModal.CallbackId, "save what was known then");

    private static SlackRouteTable PostMortem(this SlackRouteTable routes) => routes
        .Form<OpenDebrief>(CardActions.Debrief, "open the debrief")
        .Submission<AddDebriefNote>(DebriefModal.CallbackId, "add to the debrief")
        .Form<OpenPostMortem>(CardActions.PostMortem, "open the post-mortem")
        .Form<ReadDebrief>(PostMortemActions.ReadDebrief, "read the debrief")
        .Form<OpenSection>(PostMortemActions.OpenSection, "open a section of the document")
        .Submission<SaveSection>(SectionModal.CallbackId, "save a section of the document")
        .Action<ApplyRewrite>(FindingBlocks.Use, "put the suggested rewrite into the field")
        .Form<OpenItem>(PostMortemActions.OpenItem, "open a factor, a learning or a chain of whys")
        .Form<OpenItem>(PostMortemActions.NewItem, "open a new factor, learning or chain of whys")
        .Action<RemoveItem>(PostMortemActions.RemoveItem, "remove a factor or a learning")
        .Action<RemoveItem>(PostMortemActions.ChooseGap, "choose which structural gap to close")
        .Action<SuggestCauses>(PostMortemActions.SuggestCauses, "suggest cause classes for the gap as it is typed")
        .Form<CausesVerb>(CauseActions.Open, "open a cause class")
        .Submission<SaveCauseClass>(CauseClassModal.CallbackId, "rename, describe, merge or split a cause class")
        .Form<OpenSchedule>(PostMortemActions.Schedule, "choose a time for the meeting")
        .Submission<ScheduleMeeting>(ScheduleModal.CallbackId, "schedule the meeting")
        .Action<AnswerInvitation>(PostMortemActions.CannotAttend, "say that I can't attend the meeting, and ask for another time")
        .Action<AnswerInvitation>(PostMortemActions.CanAttend, "say that I can attend the meeting after all")
        .Form<OpenFacilitator>(PostMortemActions.Facilitator, "choose who facilitates")
        .Submission<ChooseFacilitator>(FacilitatorModal.CallbackId, "appoint the facilitator")
        .Form<VolunteerToFacilitate>(PostMortemActions.Volunteer, "volunteer to facilitate")
        .Action<DeclineFacilitating>(PostMortemActions.DeclineFacilitating, "stop facilitating")
        .Action<AnswerFacilitatorRequest>(PostMortemActions.AcceptFacilitatorRequest, "accept the request to facilitate")
        .Action<AnswerFacilitatorRequest>(PostMortemActions.DeclineFacilitatorRequest, "decline to facilitate; someone else is asked")
        .Action<JoinOrLeavePool>(PostMortemActions.JoinPool, "join the facilitator pool")
        .Action<JoinOrLeavePool>(PostMortemActions.LeavePool, "leave the facilitator pool")
        .Action<MarkHeld>(PostMortemActions.MarkHeld, "say that the post-mortem was held")
        .Action<ArchiveChannelNow>(PostMortemActions.Archive, "archive the incident's channel")
        .Action<KeepChannel>(PostMortemActions.KeepChannel, "keep the channel for another week")
        .Form<OpenWaive>(PostMortemActions.Waive, "say why no post-mortem is needed")
        .Submission<WaivePostMortem>(WaiveModal.Form.CallbackId, "waive the post-mortem")
        .Event<UserChange, ReplaceFacilitators>("find a new facilitator when someone leaves");

    private static SlackRouteTable WriteUps(this SlackRouteTable routes) => routes
        .Form<PreviewWriteUp>(PostMortemActions.Preview, "preview the write-up")
        .Action<ChooseTemplate>(PostMortemActions.Template, "choose the template of the write-up")
        .Action<ShareDraft>(PostMortemActions.ShareDraft, "share the draft for corrections")
        .Form<OpenAttendance>(PostMortemActions.Attendance, "open the attendance form")
        .Submission<RecordAttendance>(AttendanceModal.CallbackId, "record who attended")
        .Action<ExcuseFromSignOff>(PostMortemActions.ExcuseFromSignOff, "stop asking someone to sign off")
        .Action<SignOffDraft>(PostMortemActions.SignOff, "sign off on the draft")
        .Form<PublishWriteUp>(PostMortemActions.Publish, "publish the write-up")
        .Submission<CorrectWriteUp>(CorrectionModal.Form.CallbackId, "publish a corrected version")
        .Form<OpenReportMistake>(PostMortemActions.OpenCorrection, "open the form for reporting a mistake")
        .Submission<SendCorrection>(ReportMistakeModal.Form.CallbackId, "send a correction")
        .Action<AcceptCorrection>(PostMortemActions.AcceptCorrection, "accept a correction")
        .Action<ConfirmAlreadyRight>(PostMortemActions.CorrectionAlreadyRight, "state that the document already says so")
        .Form<OpenDecline>(PostMortemActions.DeclineCorrection, "say why a correction is declined")
        .Submission<DeclineCorrection>(DeclineModal.Form.CallbackId, "decline a correction")
        .Form<OpenSharing>(PostMortemActions.BriefLeadership, "brief leadership on a write-up")
        .Form<OpenSharing>(PostMortemActions.TellTeams, "tell related teams")
        .Submission<ShareWriteUp>(SharingModal.CallbackId, "send the write-up to the chosen people")
        .Action<MarkRead>(PostMortemActions.MarkAsRead, "mark the write-up as read");

    private static SlackRouteTable Room(this SlackRouteTable routes) => routes
        .Form<OpenBoard>(BoardActions.Open, "choose the agenda before starting")
        .Action<ShowBoard>(CardActions.ShowBoard, "post the board again at the end of the channel")
        .Submission<StartMeeting>(AgendaModal.Begin, "start the meeting")
        .Action<RunMeeting>(BoardActions.Next, "go to the next phase")
        .Action<RunMeeting>(BoardActions.Back, "go back to the previous phase")
        .Action<RunMeeting>(BoardActions.Finish, "end the meeting")
        .Action<RunMeeting>(BoardActions.Resume, "resume the meeting")
        .Action<RunMeeting>(BoardActions.Extend, "give the phase more time")
        .Action<ShowNextPrompt>(BoardActions.Prompt, "show the next prompt")
        .Action<RunMeeting>(BoardActions.PreviousEntry, "show the previous timeline entry")
        .Action<RunMeeting>(BoardActions.NextEntry, "show the next timeline entry")
        .Action<RunMeeting>(BoardActions.PrimeDirective, "post the Prime Directive again")
        .Action<RunMeeting>(BoardActions.AgreeOnTimeline, "record that everyone agrees on the timeline")
        .Action<RunMeeting>(BoardActions.ReopenTimeline, "reopen the timeline")
        .Form<OpenAgenda>(BoardActions.Agenda, "choose another agenda")
        .Submission<ChangeAgenda>(AgendaModal.Change, "switch to another agenda")
        .Action<JoinMeeting>(BoardActions.Join, "join the meeting")
        .Action<JoinMeeting>(BoardActions.TakeOver, "take over the board")
        .Action<JoinMeeting>(BoardActions.RaiseBlame, "call out blame anonymously")
        .Form<BoardMenu>(BoardActions.Menu, "do what was chosen in the board's menu")
        .Form<BoardMenu>(BoardActions.FacilitatorMenu, "do what was chosen in the facilitator's menu")
        .Form<OpenFollowUps>(BoardActions.FollowUps, "open the follow-up reviews")
        .Submission<ScheduleReviews>(FollowUpModal.CallbackId, "schedule the follow-up reviews")
        .Form<OpenParkingLot>(BoardActions.Park, "open the form that parks a question")
        .Form<OpenParkingLot>(BoardActions.ParkingLot, "show the parking lot")
        .Submission<ParkPoint>(ParkingLotModal.CallbackId, "park a question")
        .Form<OpenAnswer>(BoardActions.AnswerPoint, "open the form that answers a parked question")
        .Submission<AnswerPoint>(AnswerPointModal.CallbackId, "answer a parked question")
        .Action<SettlePoint>(BoardActions.PointToIdea, "make a parked question an idea for an action")
        .Action<SettlePoint>(BoardActions.DropPoint, "drop a parked question");

    private static SlackRouteTable FollowingUp(this SlackRouteTable routes) => routes
        .Action<AnswerEffectiveness>(FollowUpActions.Achieved, "say that the action worked")
        .Action<AnswerEffectiveness>(FollowUpActions.NotYet, "say that it is too early to tell whether the action worked")
        .Form<AnswerEffectiveness>(FollowUpActions.DidNotWork, "ask what is missing when the action didn't work")
        .Form<AnswerEffectiveness>(FollowUpActions.ChangeEffectiveness, "change the answer about the action")
        .Submission<SubmitDidNotWork>(FollowUpActions.DidNotWork, "say that the action didn't work, and reopen the structural gap")
        .Action<AnswerRecurrence>(FollowUpActions.NotBack, "say that the incident hasn't happened again")
        .Action<AnswerRecurrence>(FollowUpActions.TooEarly, "say that it is too early to tell whether it has happened again")
        .Form<AnswerRecurrence>(FollowUpActions.CameBack, "ask which incident it was this time")
        .Form<AnswerRecurrence>(FollowUpActions.ChangeRecurrence, "change the answer about recurrence")
        .Form<OpenReviewNote>(FollowUpActions.AddNote, "open the form that asks what was learned since")
        .Submission<SaveReviewNote>(ReviewNoteModal.CallbackId, "note what was learned since")
        .Action<RateMeeting>(FollowUpActions.WorthIt, "say that the meeting was worth my time")
        .Action<RateMeeting>(FollowUpActions.NotWorthIt, "say that the meeting was not worth my time")
        .Action<RateMeeting>(FollowUpActions.SafeToSpeak, "say that it was safe to speak")
        .Action<RateMeeting>(FollowUpActions.NotSafeToSpeak, "say that it was not safe to speak")
        .Submission<SubmitRecurrence>(FollowUpActions.CameBack, "say that it happened again, and reopen the structural gap");

    private static SlackRouteTable ActionItems(this SlackRouteTable routes) => routes
        .Form<OpenActionItems>(CardActions.ActionItems, "show the incident's action items")
        .Action<TurnActionPage>(ItemActions.NextPage, "show the next page of action items")
        .Action<TurnActionPage>(ItemActions.PreviousPage, "show the previous page of action items")
        .Form<OpenOwnItems>(ItemActions.Mine, "show my action items")
        .Form<OpenActionItems>(ItemActions.Add, "open the form for a new action item")
        .Form<PromoteIdea>(ItemActions.Promote, "open the form that makes an idea an action item")
        .Form<OpenIdeas>(ItemActions.AddIdea, "open the form for an idea")
        .Form<OpenIdeas>(ItemActions.Vote, "open my three votes")
        .Action<ParkTheRest>(ItemActions.ParkRest, "park the ideas that were not chosen")
        .Submission<AddIdea>(IdeaModal.CallbackId, "add an idea")
        .Submission<CastVotes>(VoteModal.CallbackId, "save my votes")
        .MessageShortcut<MessageToItem>(
            "action_add", "Make an action item", "Turn this message into an action item with an owner and a due date")
        .Submission<AddItem>(ItemFormModal.CallbackId, "add the action item, or keep it as an idea")
        .Submission<EditItem>(ItemActions.Edit, "change the action item's text and details")
        .Form<ActionItemButtons>(ItemActions.More, "do what was chosen in an action item's menu")
        .Action<ActionItemButtons>(ItemActions.Accept, "accept the action item")
        .Form<ActionItemButtons>(ItemActions.Decline, "say that the action item is not mine")
        .Form<ActionItemButtons>(ItemActions.Edit, "open the action item")
        .Form<ActionItemButtons>(ItemActions.History, "show who changed the action item")
        .Action<ActionItemButtons>(ItemActions.Done, "mark the action item as done")
        .Action<ActionItemButtons>(ItemActions.Start, "mark the action item as in progress")
        .Action<ActionItemButtons>(ItemActions.Reopen, "mark the action item as not started")
        .Action<ActionItemButtons>(ItemActions.AgreeToDate, "agree to the proposed date")
        .Action<ActionItemButtons>(ItemActions.KeepDate, "keep the date as it is")
        .Form<ActionItemButtons>(ItemActions.Block, "ask what the action item is waiting for")
        .Form<ActionItemButtons>(ItemActions.NewDate, "ask for the action item's new date")
        .Form<ActionItemButtons>(ItemActions.Propose, "ask for the date to propose")
        .Form<ActionItemButtons>(ItemActions.Reassign, "ask for the new owner")
        .Action<TakeItem>(ItemActions.Take, "take an action item whose owner left")
        .Submission<SubmitItemAnswer>(ItemActions.Block, "block the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Drop, "drop the action item")
        .Submission<SubmitItemAnswer>(ItemActions.NewDate, "change the action item's date")
        .Submission<SubmitItemAnswer>(ItemActions.Propose, "propose another date for the action item")
        .Submission<SubmitItemAnswer>(ItemActions.Reassign, "reassign the action item")
        .Event<UserChange, HandOverItems>("hand over the action items of someone who left")
        .Event<MessagePosted, AnswerDirectMessages>("answer what people write to the bot")
        .Event<AppMention, AnswerMention>("answer a mention of the bot");
}
