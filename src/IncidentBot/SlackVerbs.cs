using IncidentBot.Commands;
using IncidentBot.Features.ActionItems;
using IncidentBot.Features.Board;
using IncidentBot.Features.Causes;
using IncidentBot.Features.Debriefs;
using IncidentBot.Features.Declare;
using IncidentBot.Features.Declare.NearMisses;
using IncidentBot.Features.Digests.Subscriptions;
using IncidentBot.Features.Facilitators;
using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Help;
using IncidentBot.Features.Histories;
using IncidentBot.Features.Home;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Features.Lifecycle;
using IncidentBot.Features.PostMortems;
using IncidentBot.Features.ServiceNames;
using IncidentBot.Features.Timelines;
using IncidentBot.Features.Trends;

namespace IncidentBot;

/// <summary>What people can type after the command; help is generated from it.</summary>
internal static class SlackVerbs
{
    /// <summary>The verbs after the command. The first one also gets text that is not a verb: the title of a new incident.</summary>
    public static VerbTable Create() => new VerbTable()
        .Anywhere<DeclareVerb>("declare", "declare [title]", "declare an incident; the title can start with any word")
        .Anywhere<ReportVerb>("report", "report Checkout was down", "record a past incident")
        .Anywhere<OpenNearMiss>("near-miss", "near-miss [what happened]", "report a near miss, anonymously if you like")

        // Lifecycle
        .Anywhere<ListVerb>("list", "list", "list the open incidents")
        .Anywhere<ServicesVerb>("services", "services", "list, rename and merge services")
        .InIncident<SevVerb>("sev", "sev 1", "change the severity")
        .InIncident<StatusVerb>("status", "status mitigated", "change the status: investigating, identified, mitigated")
        .InIncident<OpenEditForm>("edit", "edit", "edit title, times, kind and everything else")
        .InIncident<OpenHistory>("history", "history", "show who changed what, and when")
        .InIncident<LeadVerb>("lead", "lead @name", "assign the lead; \"me\" works too")
        .InIncident<OpenHandover>("handover", "handover @name", "hand over the lead with what the next one needs to know")
        .InIncident<RoleVerb>("role", "role scribe @name", "assign a role: lead, communications or scribe")
        .InIncident<UpdateOrReopen>("update", "update We are rolling back", "post a status update (no text opens a form)")
        .InIncident<OpenResolveForm>("resolve", "resolve", "resolve the incident")
        .InIncident<UpdateOrReopen>("reopen", "reopen The errors are back", "reopen the incident")
        .InIncident<CancelVerb>("cancel", "cancel It was a false alarm", "cancel the incident: no metrics, no post-mortem")
        .InIncident<DuplicateVerb>("duplicate", "duplicate of 7", "mark the incident as a duplicate")
        .InIncident<LinkVerb>(LinkVerb.Link, "link 7 [follow-up]", "same event: one post-mortem for both; a follow-up keeps its own")
        .InIncident<LinkVerb>(LinkVerb.Unlink, "unlink 7", "remove the link to another incident")

        // Timeline
        .InIncident<EntryVerb>("note", "note rolled back the release at 14:05", "add a note to the timeline")
        .InIncident<SignalVerb>("signal", "signal disk alert at 14:05 missed", "add a signal that fired, or should have")
        .InIncident<EntryVerb>("decision", "decision stay on the old version", "add a decision to the timeline")
        .InIncident<TimelineVerb>("timeline", "timeline", "review the timeline: correct entries, add messages")

        // Post-mortem
        .InIncident<OpenDebrief>("debrief", "debrief", "right after the incident: write down what happened, the fix and what to remember")
        .InIncident<PmVerb>(PmVerb.Word, "pm schedule", "the post-mortem: open, schedule, start, waive REASON, publish")
        .InIncident<MeetingVerb>("meeting", "meeting", "start the post-mortem meeting, or show its board again")
        .Anywhere<FacilitateVerb>("facilitate", "facilitate [in|out]", "show, join or leave the facilitator pool")

        // Action items
        .InIncident<ActionVerb>(
            "action", "action Alert on the queue's age @ben by friday", "add an action idea; after the incident, an action item")
        .Lists()
        .Synonym("new", "declare")
        .Reserved("stats");

    private static VerbTable Lists(this VerbTable verbs) => verbs
        .Anywhere<LogVerb>("log", "log [checkout sev1 30d mine]", "list past incidents, newest first")
        .Anywhere<SearchVerb>("search", "search connection pool", "search all incidents and write-ups")
        .Anywhere<ExportVerb>("export", "export [checkout 1y]", "get the log as CSV and JSON by direct message")
        .Anywhere<SubscribeVerb>("subscribe", "subscribe [checkout]", "get a service's incidents and its week, here or by direct message")
        .Anywhere<AskedVerb>("asked", "asked", "list what you were asked and have not answered")
        .Anywhere<ActionsVerb>("actions", "actions [mine|overdue|all]", "list action items")
        .Anywhere<LearningsVerb>("learnings", "learnings [30d]", "list the learnings of published post-mortems, for a retrospective")
        .Anywhere<TrendsVerb>("trends", "trends [3m|6m|12m]", "see whether causes come back, and how well post-mortems are run")
        .Anywhere<CausesVerb>("causes", "causes", "list the cause classes; rename, merge or split them")
        .Anywhere<LearnVerb>("learn", "learn", "what post-mortems are for, and further reading")
        .Anywhere<HelpVerb>("help", "help", "show this list")
        .Synonym("unsubscribe", "subscribe")
        .Synonym("subscriptions", "subscribe");
}
