using IncidentBot.Features.IncidentLog;
using IncidentBot.Slack.Handlers;

namespace IncidentBot;

/// <content>The incident log: pages, filter, search and export.</content>
internal static partial class SlackRoutes
{
    private static SlackRouteTable IncidentLog(this SlackRouteTable routes) => routes
        .Action<TurnLogPage>(LogActions.Open, "show the incident log")
        .Action<TurnLogPage>(LogActions.Older, "show older incidents")
        .Action<TurnLogPage>(LogActions.Newer, "show newer incidents")
        .Action<ShareLog>(LogActions.Share, "share the page of the log in the channel")
        .Action<ExportVerb>(LogActions.Export, "send the log as files by direct message")
        .Form<OpenLogFilter>(LogActions.Filter, "open the filter of the log")
        .Submission<FilterLog>(LogFilterModal.CallbackId, "filter the log")
        .Options<SuggestFilters>(LogActions.ServiceOptions, "offer the services of past incidents")
        .Options<SuggestFilters>(LogActions.CauseOptions, "offer the cause classes")
        .Form<OpenSearchForm>(LogActions.OpenSearch, "open the form that searches the log")
        .Submission<SubmitSearch>(SearchForm.Form.CallbackId, "search the log")
        .Action<TurnSearchPage>(LogActions.NextResults, "show more results")
        .Action<TurnSearchPage>(LogActions.EarlierResults, "show the results before");
}
