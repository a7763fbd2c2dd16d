using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Remind in …" on the reminder of a status update: replaces the reminder with who snoozed it and until when.</summary>
internal sealed class SnoozeUpdate(IncidentChanges changes, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var (number, minutes) = (value.Number(), value.Number(1));
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(new PersonId(request.User.Id), number),
            (incident, now) => incident.SnoozeUpdate(minutes, now),
            cancellationToken);
        if (!outcome.Ok)
        {
            await replies.ToButtonAsync(request, outcome.Refusal, cancellationToken);
            return;
        }

        var due = time.GetUtcNow().AddMinutes(minutes);
        await replies.ReplaceAsync(
            request,
            Mrkdwn.Text($":zzz: {Mrkdwn.User(request.User.Id)} snoozed the status update until {Mrkdwn.Date(due, "{time}")}."),
            cancellationToken);
    }
}
