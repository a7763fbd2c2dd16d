using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident list</c>: the open incidents that the person may see, worst first.</summary>
internal sealed class ListVerb(IncidentDb db) : IVerb
{
    private const int MaxListed = 20;

    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var open = db.OpenIncidentsFor(request.Actor);
        var count = await open.CountAsync(cancellationToken);
        var shown = await open.Take(MaxListed).ToListAsync(cancellationToken);
        var channels = await db.ChannelsOfAsync(shown, cancellationToken);
        if (count == 0)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Raw(IncidentWords.NoneOpen));
        }

        var heading = count == 1 ? Mrkdwn.Raw("*1 open incident*") : Mrkdwn.Text($"*{count} open incidents*");
        var more = count > shown.Count ? [new ContextBlock(Mrkdwn.Text($"… and {count - shown.Count} more"))] : Array.Empty<Block>();
        return SlashCommandResponse.Ephemeral(
            heading,
            [new SectionBlock(heading), .. shown.Select(incident => Row(incident, channels.GetValueOrDefault(incident.Number))), .. more]);
    }

    private static SectionBlock Row(Incident incident, IncidentChannel? channel) => new(Mrkdwn.Text(
        $"{IncidentWords.Summary(incident, channel)} · since {Mrkdwn.Date(incident.StartedAt)}"));
}
