using IncidentBot.Features.FollowUps;
using IncidentBot.Features.Recurrence;
using IncidentBot.Features.Trends;
using IncidentBot.Slack.Handlers;

namespace IncidentBot;

/// <content>Whether causes come back: trends and structural investigations.</content>
internal static partial class SlackRoutes
{
    private static SlackRouteTable Recurrence(this SlackRouteTable routes) => routes
        .Action<ChangeTrends>(TrendsModal.Period, "show the figures of another period")
        .Action<ChangeTrends>(TrendsModal.Service, "show the figures of another service")
        .Action<ChangeTrends>(TrendsModal.Turn, "show repeats or process health")
        .Action<ShareTrends>(TrendsModal.Share, "share the figures in the channel")
        .Form<OpenFigure>(TrendsModal.OpenList, "open the list that a figure counts")
        .Action<TurnFigureList>(TrendsModal.ListNext, "show the next page of the list")
        .Action<TurnFigureList>(TrendsModal.ListBack, "show the page of the list before")
        .Action<TurnLearnings>(LearningsModal.Next, "show the next page of learnings")
        .Action<TurnLearnings>(LearningsModal.Back, "show the page of learnings before")
        .Action<TakeInvestigation>(InvestigationWords.Take, "own a structural investigation")
        .Form<OpenInvestigationForm>(InvestigationWords.Assign, "choose who owns the structural investigation")
        .Form<OpenInvestigationForm>(InvestigationWords.Close, "open the form that closes the structural investigation")
        .Submission<AssignInvestigation>(InvestigationModals.AssignId, "assign the structural investigation")
        .Submission<CloseInvestigation>(InvestigationModals.CloseId, "close the structural investigation with what was decided");
}
