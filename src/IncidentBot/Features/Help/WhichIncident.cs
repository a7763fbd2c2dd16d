using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Help;

/// <summary>Answers a verb of an incident that was typed in another channel: offers the open incidents that the person may see.</summary>
internal static class WhichIncident
{
    private const int MostOffered = 5;

    public static async Task<IReadOnlyList<Block>> RenderAsync(
        IncidentDb db, VerbRoute verb, string arguments, SlashCommand command, CancellationToken cancellationToken)
    {
        var open = await db.Incidents.AsNoTracking()
            .Where(IncidentVisibility.SeenBy(new PersonId(command.UserId)))
            .WhereOpen()
            .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number)
            .Take(MostOffered).ToListAsync(cancellationToken);
        var offers = open.Select(incident => (Incident: incident, Typed: $"{verb.Word} #{incident.Number} {arguments}".TrimEnd()))
            .Where(offer => offer.Typed.Length <= Button.MaxValueLength).ToList();
        var sentence = offers.Count == 0
            ? Mrkdwn.Text($"Which incident? No incident is open. For an earlier one, type `{command.Command} {verb.Word} #12 …`.")
            : Mrkdwn.Text($"Which incident? Choose one, or type `{command.Command} {verb.Word} #12 …`.");
        return [new SectionBlock(sentence), .. offers.Select(offer => Row(offer.Incident, offer.Typed))];
    }

    private static SectionBlock Row(Incident incident, string typed) =>
        new(Mrkdwn.Text($"{IncidentWords.Of(incident.Severity)} · *{IncidentWords.Title(incident)}*"))
        {
            Accessory = new Button(CardActions.RunCommand, $"Choose #{incident.Number}") { Value = typed },
        };
}
