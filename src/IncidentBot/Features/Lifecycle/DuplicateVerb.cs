using System.Globalization;
using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers <c>/incident duplicate of 7</c>: marks this incident as a duplicate.</summary>
internal sealed class DuplicateVerb(IncidentDb db, Cancellations cancellations) : IVerb
{
    public bool Accepts(string arguments) => Other(arguments) > 0;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var other = Other(request.Arguments);
        var exists = await db.Incidents.Where(IncidentVisibility.SeenBy(request.Actor))
            .AnyAsync(incident => incident.Number == other, cancellationToken);
        return exists || other == 0
            ? await cancellations.CancelAsync(
                request, (incident, now) => incident.MarkDuplicateOf(other, request.Actor, now), cancellationToken)
            : Answers.ToCommand(Access.NotFound(other));
    }

    /// <summary>The number in "of 7", "7" or "of #7"; 0 when there is none.</summary>
    private static int Other(string arguments)
    {
        var last = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var number] => number,
            ["of", var number] => number,
            _ => "",
        };
        return int.TryParse(last.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0;
    }
}
