using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Home;

/// <summary>Answers someone opening the home tab: renders it again.</summary>
internal sealed class ShowHome(IncidentDb db, TimeProvider time) : IEventHandler<AppHomeOpened>
{
    public async Task HandleAsync(AppHomeOpened slackEvent, CancellationToken cancellationToken)
    {
        if (slackEvent.Tab != "home")
        {
            return;
        }

        var person = new PersonId(slackEvent.User);
        db.Enqueue(Lane.Home(person), new PublishHome(person), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
