using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.PostMortems;

/// <summary>
/// Answers <c>/postmortem</c>: in an incident's channel what the verb <c>pm</c> does, and elsewhere for the incident whose number is
/// given; without one the list of those that are due.
/// </summary>
internal sealed class PostMortemCommand(IncidentDb db, PmVerb verb, TimeProvider time) : ISlashCommandHandler
{
    private const int MaxListed = 15;

    public async Task<SlashCommandResponse> HandleAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        var number = (await db.OwnersOfAsync(command.ChannelId, cancellationToken)).CurrentIncident(time.GetUtcNow());
        if (number is null && NamedIncident.Read(command.Text.Trim(), verb) is { } named)
        {
            return await verb.RunAsync(new VerbRequest(command, PmVerb.Word, named.Arguments, named.Number), cancellationToken);
        }

        return number is null
            ? await ListAsync(new PersonId(command.UserId), cancellationToken)
            : await verb.RunAsync(new VerbRequest(command, PmVerb.Word, command.Text.Trim(), number), cancellationToken);
    }

    private async Task<SlashCommandResponse> ListAsync(PersonId person, CancellationToken cancellationToken)
    {
        var due = await (
            from incident in db.Incidents.AsNoTracking().Where(IncidentVisibility.SeenBy(person))
            join postMortem in db.PostMortems.AsNoTracking() on incident.Number equals postMortem.IncidentNumber
            where postMortem.WriteUp.PublishedAt == null && postMortem.DueAt != null && postMortem.State != PostMortemState.Waived
            orderby postMortem.DueAt, incident.Number
            select new { incident, postMortem }).Take(MaxListed).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Raw("No post-mortems due."));
        }

        return SlashCommandResponse.Ephemeral(
            Mrkdwn.Raw("Post-mortems due"),
            [
                new SectionBlock(Mrkdwn.Raw("*Post-mortems due*")),
                .. due.Select(row => new SectionBlock(Mrkdwn.Text(
                    $"{IncidentWords.Title(row.incident)}\n{PostMortemWords.Status(row.postMortem, time.GetUtcNow())}"))
                {
                    Accessory = new Button(CardActions.PostMortem, "Open") { Value = IncidentWords.Number(row.incident) },
                }),
            ]);
    }
}
