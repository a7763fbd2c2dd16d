using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

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
        var due = await DuePostMortem.ListAsync(db, person, MaxListed, cancellationToken);
        if (due.Count == 0)
        {
            return SlashCommandResponse.Ephemeral(Mrkdwn.Raw(DuePostMortem.NoneDue));
        }

        return SlashCommandResponse.Ephemeral(
            Mrkdwn.Raw(DuePostMortem.Heading),
            [
                new SectionBlock(Mrkdwn.Text($"*{DuePostMortem.Heading}*")),
                .. due.Select(postMortem => postMortem.Row(time.GetUtcNow())),
            ]);
    }
}
