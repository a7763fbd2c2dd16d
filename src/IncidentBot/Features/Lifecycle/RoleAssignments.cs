using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Gives a role to the person in a command: a mention, or "me".</summary>
internal sealed class RoleAssignments(IncidentChanges changes, RoleCandidates candidates)
{
    /// <summary>Whether a text names one person.</summary>
    public static bool NamesOnePerson(string text) => IsMe(text) || SlackText.MentionedUsers(text).Count == 1;

    public async Task<SlashCommandResponse> AssignAsync(
        VerbRequest request, IncidentRole role, string whom, CancellationToken cancellationToken)
    {
        if (!NamesOnePerson(whom))
        {
            var word = RoleDescription.For(role).Word.ToLowerInvariant();
            return Answers.ToCommand(new Refusal(
                $"Mention a person: {request.Command.Command} role {word} @name, or {request.Command.Command} role {word} me."));
        }

        var person = IsMe(whom) ? request.Actor : new PersonId(SlackText.MentionedUsers(whom)[0]);
        if (await candidates.RefuseAsync(person, "role", cancellationToken) is { } refusal)
        {
            return Answers.ToCommand(refusal);
        }

        return Answers.ToCommand(await changes.ApplyAsync(
            new ChangeRequest(request.Actor, request.Incident),
            (incident, now) => incident.Assign(role, person, request.Actor, now),
            cancellationToken));
    }

    private static bool IsMe(string text) => text.Trim().Equals("me", StringComparison.OrdinalIgnoreCase);
}
