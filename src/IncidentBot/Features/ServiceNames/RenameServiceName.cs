using System.Globalization;
using System.Linq.Expressions;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ServiceNames;

/// <summary>Answers the form that renames a service in all its incidents, or merges it with another one.</summary>
internal sealed partial class RenameServiceName(
    IncidentDb db, ISlackApi slack, TimeProvider time, ILogger<RenameServiceName> logger) : IViewSubmissionHandler
{
    private const int MostRedrawn = 50;

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

        foreach (var incident in await named.Where(IsOpen).ToListAsync(cancellationToken))
        {
            incident.ChangeService(name, by, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        await RedrawClosedAsync(
            await named.OrderByDescending(incident => incident.Number).Take(MostRedrawn).Select(incident => incident.Number)
                .ToListAsync(cancellationToken),
            cancellationToken);
        var count = 0;
        await db.InTransactionAsync(
            async () =>
            {
                // This update passes by the save that would note it for the search.
                var numbers = await named.Select(incident => incident.Number).ToListAsync(cancellationToken);
                db.StaleSearches.AddRange(numbers.Select(number => new StaleSearch { IncidentNumber = number }));
                await db.SaveChangesAsync(cancellationToken);
                await RenameNearMissesAsync(renamed, name, cancellationToken);
                await RenameSubscriptionsAsync([service, typed], name, cancellationToken);
                count = await named.ExecuteUpdateAsync(
                    set => set.SetProperty(incident => incident.Service, name)
                        .SetProperty(incident => incident.Version, incident => incident.Version + 1),
                    cancellationToken);
            },
            cancellationToken);
        Log.Renamed(logger, by, count);
    }

    /// <summary>Subscribers follow the service; of two that become one, each keeps one subscription.</summary>
    private async Task RenameSubscriptionsAsync(string[] services, string name, CancellationToken cancellationToken)
    {
        var keys = services.Append(name).Select(ServiceName.Key).Distinct().ToList();
        var subscriptions = await db.ServiceSubscriptions.Where(each => keys.Contains(each.ServiceKey)).ToListAsync(cancellationToken);
        foreach (var same in subscriptions.GroupBy(each => each.Target))
        {
            var kept = same.OrderBy(each => each.ServiceKey != ServiceName.Key(name)).First();
            db.ServiceSubscriptions.RemoveRange(same.Where(each => each != kept));
            kept.Follow(name);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task RenameNearMissesAsync(string[] renamed, string name, CancellationToken cancellationToken)
    {
        var nearMisses = db.NearMisses.Where(nearMiss => nearMiss.Service != null && renamed.Contains(nearMiss.Service));
        var numbers = await nearMisses.Select(nearMiss => nearMiss.Number).ToListAsync(cancellationToken);
        db.StaleNearMisses.AddRange(numbers.Select(number => new StaleNearMiss { NearMissNumber = number }));
        await db.SaveChangesAsync(cancellationToken);
        await nearMisses.ExecuteUpdateAsync(
            set => set.SetProperty(nearMiss => nearMiss.Service, name)
                .SetProperty(nearMiss => nearMiss.Version, nearMiss => nearMiss.Version + 1),
            cancellationToken);
    }

    /// <summary>The newest closed incidents, where their cards can be changed; the names in older ones are history.</summary>
    private async Task RedrawClosedAsync(List<int> numbers, CancellationToken cancellationToken)
    {
        var outOfReach = await db.Channels
            .Where(channel => numbers.Contains(channel.IncidentNumber) && (channel.IsArchived || channel.IsBotOut))
            .Select(channel => channel.IncidentNumber).ToListAsync(cancellationToken);
        var cards = numbers.Select(number => (Number: number, Card: BotMessageNames.Headline))
            .Concat(numbers.Except(outOfReach).Select(number => (Number: number, Card: BotMessageNames.StatusCard)))
            .ToDictionary(each => BotMessageNames.Card(each.Card, each.Number), each => each);
        var names = cards.Keys.ToList();
        foreach (var name in await db.BotMessages.Where(message => names.Contains(message.Name)).Select(message => message.Name)
            .ToListAsync(cancellationToken))
        {
            var (number, card) = cards[name];
            var subject = number.ToString(CultureInfo.InvariantCulture);
            db.Enqueue(Lane.Incident(number), new RefreshCard(card, subject), time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Expression<Func<Incident, bool>> IsOpen { get; } =
        incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} renamed a service, including in {Count} closed incidents")]
        public static partial void Renamed(ILogger logger, PersonId person, int count);
    }
}
