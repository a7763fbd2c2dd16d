using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ServiceNames;

/// <summary>Answers the form that renames a service in all its incidents, or merges it with another one.</summary>
internal sealed partial class RenameServiceName(
    IncidentDb db, ISlackApi slack, TimeProvider time, ILogger<RenameServiceName> logger) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var typed = ServiceName.Check(ServicesModal.ReadName(submission.View.State));
        if (!typed.Ok)
        {
            return ViewSubmissionResponse.Error(ServicesModal.Name, typed.Refusal.Sentence);
        }

        var by = new PersonId(submission.User.Id);
        await RenameAsync(submission.View.PrivateMetadata, typed.Value, by, cancellationToken);
        if (submission.View.PreviousViewId is { Length: > 0 } list)
        {
            var services = ServicesModal.Render(await db.ServicesSeenByAsync(by, cancellationToken));
            await slack.SendAsync(new ViewsUpdate(services) { ViewId = list }, cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }

    private async Task RenameAsync(string service, string typed, PersonId by, CancellationToken cancellationToken)
    {
        var spellings = await db.SpellingsOfServiceAsync(service, cancellationToken);
        var others = (await db.SpellingsOfServiceAsync(typed, cancellationToken)).Except(spellings).ToList();
        var name = others.Count > 0 ? others[0] : typed;
        string[] renamed = [.. spellings.Concat(others).Where(spelling => spelling != name)];
        var named = db.Incidents.Where(incident => incident.Service != null && renamed.Contains(incident.Service));

        // Only the cards of open incidents are redrawn: no one reads those of old ones, and many of their channels are archived.
        foreach (var incident in await named.Where(IsOpen).ToListAsync(cancellationToken))
        {
            incident.ChangeService(name, by, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        var count = await named.ExecuteUpdateAsync(
            set => set.SetProperty(incident => incident.Service, name)
                .SetProperty(incident => incident.Version, incident => incident.Version + 1),
            cancellationToken);
        Log.Renamed(logger, by, count);
    }

    private static Expression<Func<Incident, bool>> IsOpen { get; } =
        incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} renamed a service, including in {Count} closed incidents")]
        public static partial void Renamed(ILogger logger, PersonId person, int count);
    }
}
