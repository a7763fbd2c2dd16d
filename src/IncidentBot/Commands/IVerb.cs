using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Commands;

/// <summary>One verb of the command, such as "resolve".</summary>
internal interface IVerb
{
    /// <summary>
    /// Whether these words are arguments of this verb. Outside an incident's channel, a verb only counts then; otherwise the whole
    /// text is the title of a new incident.
    /// </summary>
    bool Accepts(string arguments);

    /// <summary>
    /// Whether a waiting modal stands in when the answer to these words takes long: they open a form, or only ask to read something.
    /// Everything else is answered in the channel, where no modal may get in the way of whoever types on.
    /// </summary>
    static virtual bool WaitsInModal(string arguments) => false;

    /// <summary>Carries it out, or answers with a sentence on how to use it.</summary>
    Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken);
}

/// <summary>A command as its verb sees it.</summary>
/// <param name="Command">The command as Slack sent it.</param>
/// <param name="Word">The verb, as the table spells it.</param>
/// <param name="Arguments">What follows the verb, trimmed, in Slack's escaping.</param>
/// <param name="IncidentNumber">The incident in whose channel it was typed; null elsewhere.</param>
internal sealed record VerbRequest(SlashCommand Command, string Word, string Arguments, int? IncidentNumber)
{
    public PersonId Actor => new(Command.UserId);

    /// <summary>The incident, for verbs that the table offers in incident channels only.</summary>
    public int Incident => IncidentNumber ?? throw new InvalidOperationException("This verb is for incident channels.");
}
