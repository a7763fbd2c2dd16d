using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>An earlier incident that another one resembles, with what helped then.</summary>
/// <param name="Incident">The earlier incident.</param>
/// <param name="Fix">The immediate fix as the debrief notes it; empty if no one wrote one.</param>
/// <param name="Done">How many of its action items are done.</param>
/// <param name="Actions">How many it has, without dropped ones.</param>
internal sealed record EarlierIncident(Incident Incident, string Fix, int Done, int Actions)
{
    private const int MostWords = 200;

    /// <summary>What happened then, and the button that opens its post-mortem.</summary>
    public SectionBlock Block() => new(Mrkdwn.Join(
        "\n",
        Mrkdwn.Text($"*Looks like {IncidentWords.Title(Incident)}* · {Mrkdwn.Date(Incident.StartedAt, "{date_short_pretty}")}"),
        Told(),
        Actions == 0 ? Mrkdwn.Empty : Mrkdwn.Text($"{Done} of {Actions} action items done")))
    {
        Accessory = new Button(CardActions.PostMortem, "Read") { Value = IncidentWords.Number(Incident) },
    };

    private Mrkdwn Told() => (Fix, Incident.Resolution) switch
    {
        ({ Length: > 0 } fix, _) => Mrkdwn.Text($"What helped then: {SlackText.Truncate(fix, MostWords)}"),
        (_, { Length: > 0 } sentence) => Mrkdwn.Text($"What it was: {SlackText.Truncate(sentence, MostWords)}"),
        _ => Mrkdwn.Empty,
    };
}

/// <summary>Finds earlier incidents that one resembles: two at most, none that merely share a frequent word.</summary>
internal interface IEarlierIncidents
{
    /// <summary>For one reader: also private ones that they may see.</summary>
    Task<IReadOnlyList<EarlierIncident>> LikeAsync(string title, PersonId reader, CancellationToken cancellationToken);

    /// <summary>For everyone who reads the incident's channel: no private ones.</summary>
    Task<IReadOnlyList<EarlierIncident>> LikeAsync(Incident incident, CancellationToken cancellationToken);
}
