using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.FollowingUp;

/// <summary>Tells lead and facilitator, each once for each reason and in their working hours, that a gap is open again.</summary>
internal sealed class TellOfOpenGap(IncidentDb db, Dossiers dossiers, InCharge inCharge, IOptions<RemindersOptions> options) : ISweep
{
    // Who was told, is told by keys; nobody is on holiday for longer.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<OpenCause> none = [];
        var open = await (
            from postMortem in db.PostMortems.AsNoTracking()
            join incident in db.Incidents on postMortem.IncidentNumber equals incident.Number
            where incident.Status == IncidentStatus.Resolved && postMortem.OpenCauses != none
            orderby postMortem.IncidentNumber
            select new { postMortem.IncidentNumber, postMortem.OpenCauses }).ToListAsync(cancellationToken);
        foreach (var number in open.Where(each => each.OpenCauses.Any(cause => cause.At > now - Recent)).Select(each => each.IncidentNumber))
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
            if (await dossiers.LoadAsync(incident, cancellationToken) is { Ok: true, Value: var dossier })
            {
                await TellAsync(dossier, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task TellAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reader in await inCharge.AllAsync(dossier, cancellationToken))
        {
            if (!options.Value.Quiet.IsQuiet(now, reader.Zone))
            {
                foreach (var cause in dossier.PostMortem.OpenCauses.Where(cause => cause.At > now - Recent))
                {
                    var key = $"{ReopenedGap.KeyOf(dossier.PostMortem, cause)}:{reader.Id}";
                    await db.EnqueueOnceAsync(Lane.Person(reader.Id), new Post(Address.Person(reader.Id), Render(dossier, cause)), key, now, cancellationToken);
                }
            }
        }
    }

    private static MessageContent Render(Dossier dossier, OpenCause cause)
    {
        var text = Mrkdwn.Text($"*{IncidentWords.Title(dossier.Incident)}*\n{ReopenedGap.Words(dossier.PostMortem, cause)}\nLook once more at why it was possible, or decide on another action.");
        return new MessageContent(
            text,
            new SectionBlock(text),
            new ActionsBlock(
                new Button(CardActions.PostMortem, "Open post-mortem") { Value = dossier.Subject, Style = ButtonStyle.Primary },
                new Button(ItemActions.Add, "Add another action") { Value = dossier.Subject }));
    }
}
