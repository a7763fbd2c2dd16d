using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Remind in …" on the reminder of a status update: shows who snoozed it until when, without buttons.</summary>
internal sealed class SnoozeUpdate(IncidentChanges changes, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var values = request.Action.Data.Split(':', 2).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(new PersonId(request.User.Id), values[0]),
            (incident, now) => incident.SnoozeUpdate(values[1], now),
            cancellationToken);
        if (!outcome.Ok)
        {
            await replies.ToButtonAsync(request, outcome.Refusal, cancellationToken);
            return;
        }

        var due = time.GetUtcNow().AddMinutes(values[1]);
        await replies.ReplaceAsync(
            request,
            Mrkdwn.Text($":zzz: {Mrkdwn.User(request.User.Id)} snoozed the status update until {Mrkdwn.Date(due, "{time}")}."),
            cancellationToken);
    }
}
