using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// When an account is deactivated, releases its roles in every open incident and tells each channel. Slack's event triggers this at
/// once; the sweep catches missed events.
/// </summary>
internal sealed class ReleaseRoles(IncidentDb db, TimeProvider time) : ISweep, IEventHandler<UserChange>
{
    public Task HandleAsync(UserChange slackEvent, CancellationToken cancellationToken) =>
        slackEvent.User.Deleted ? RunAsync(time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await db.Incidents.AsNoTracking()
            .WhereOpen()
            .SelectMany(incident => incident.Roles, (incident, holder) => new { incident.Number, holder.Person })
            .Where(role => db.People.Any(person => person.IsDeactivated && person.Id == role.Person))
            .Distinct().ToListAsync(cancellationToken);
        foreach (var role in held)
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == role.Number, cancellationToken);
            if (incident.ReleaseRolesOf(role.Person, now) is not { Count: > 0 } free)
            {
                // Another node was faster.
                continue;
            }

            db.PostInChannel(incident, Render(incident, role.Person, free), now);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public static MessageContent Render(Incident incident, PersonId left, IReadOnlyList<IncidentRole> free)
    {
        var words = free.Select(role => RoleDescription.For(role).Word.ToLowerInvariant()).ToList();
        var label = words.Count == 1 ? "Role to fill" : "Roles to fill";
        var text = Mrkdwn.Text($"{Mrkdwn.User(left.Value)} no longer has an account here. {label}: {string.Join(", ", words)}.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock([.. free.Select(role => new Button(CardActions.ClaimRole, IncidentWords.Take(role))
            {
                Value = RoleValue.Of(incident, role),
            })]));
    }
}
