using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Answers "Filter" in the log.</summary>
internal sealed class OpenLogFilter(ModalOpener modals) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => modals.ShowAsync(
        request, LogFilterModal.Render(LogPage.Read(request.Action.Data).Filter, request.ResponseUrl), cancellationToken);
}

/// <summary>Answers the form: the log shows what fits, in the message from which the form was opened.</summary>
internal sealed class FilterLog(LogPages pages, ResponseUrls responseUrls) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var filter = LogFilterModal.Read(submission.View.State);
        if (filter.Until < filter.From)
        {
            return ViewSubmissionResponse.Error(LogFilterModal.Until, "The last day is before the first one. Choose a later day.");
        }

        var (heading, blocks) = await pages.RenderAsync(
            new PersonId(submission.User.Id), new LogPage(filter), Mrkdwn.Empty, cancellationToken);
        if (submission.View.PrivateMetadata is { Length: > 0 } where)
        {
            var changed = await responseUrls.PostAsync(
                where, new ResponseUrlMessage { Text = heading, Blocks = blocks, ReplaceOriginal = true }, cancellationToken);
            if (changed.Ok)
            {
                return ViewSubmissionResponse.Close;
            }
        }

        // The message can be changed for half an hour only; after that, the form shows the log itself.
        return ViewSubmissionResponse.Update(new Modal(LogWords.Title) { Close = "Close", Blocks = blocks });
    }
}

/// <summary>Answers what is typed into the filter's fields: services of incidents that the person may see, and cause classes.</summary>
internal sealed class SuggestFilters(IncidentDb db) : IBlockOptionProvider
{
    public async Task<BlockOptions> HandleAsync(BlockSuggestion suggestion, CancellationToken cancellationToken)
    {
        var key = ServiceName.Key(suggestion.Value);
        IEnumerable<string> names = suggestion.ActionId == LogActions.ServiceOptions
            ? await db.ServiceNamesSeenByAsync(new PersonId(suggestion.User.Id), suggestion.Value, cancellationToken)
            : (await db.AllCauseClassesAsync(cancellationToken)).Active.Select(cause => cause.Name);
        return BlockOptions.Of(names.Where(name => ServiceName.Key(name).Contains(key, StringComparison.Ordinal))
            .Take(OptionGroup.MaxOptions).Select(name => new Option(name, name)));
    }
}
