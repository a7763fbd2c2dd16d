using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>An incident in words, the same on every surface: one emoji and one word for a severity, and for a status.</summary>
internal static class IncidentWords
{
    public const string NoneOpen = "No open incidents.";
    public const string ResolutionLabel = "What happened, in one sentence?";
    public const string ResolutionExample = "The connection pool ran out after the 09:10 release";

    // The same questions in every form that asks them.
    public const string TypeLabel = "What triggered it?";
    public const string StartLabel = "When did it start?";
    public const string EndLabel = "When did it end for users?";
    public const string UsersSeeLabel = "What do users see?";
    public const string CouldHaveBeenLabel = "How bad could it have been?";
    public const string DrillHint = "Excluded from metrics";

    /// <summary>What cancelling means for metrics and the post-mortem.</summary>
    public const string CancelledNote = "Not counted in metrics; no post-mortem needed.";

    public static string Number(Incident incident) => incident.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"Incident 12: Checkout is down", or "Drill 12: …", so that no one mistakes a drill for the real thing.</summary>
    public static Mrkdwn Title(Incident incident) => Mrkdwn.Text($"{Noun(incident)} {incident.Number}: {incident.Title}");

    /// <summary>"1 entry", "3 entries".</summary>
    public static string Count(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");

    public static string Noun(Incident incident) => incident.IsDrill ? "Drill" : "Incident";

    /// <summary>Where the incident is discussed, to end a sentence: "… in the incident's channel".</summary>
    public static string Place(Incident incident) => incident switch
    {
        { HasChannel: true } => "the incident's channel",
        { IsPrivate: true } => "the direct messages with the reporter",
        _ => "the thread of its headline",
    };

    /// <summary>The emoji and the word of a severity.</summary>
    public static Mrkdwn Of(Severity severity) => Mrkdwn.Raw($"{SeverityPolicy.For(severity).Emoji} {SeverityLabels.Of(severity)}");

    /// <summary>The emoji and the word of a status.</summary>
    public static Mrkdwn Of(IncidentStatus status) => Mrkdwn.Raw($"{StatusLabel.For(status).Emoji} {StatusLabel.For(status).Word}");

    /// <summary>A mention of the person, or the given words when there is no one.</summary>
    public static Mrkdwn Of(PersonId? person, string otherwise) =>
        person is { } known ? Mrkdwn.User(known.Value) : Mrkdwn.Text($"_{otherwise}_");

    /// <summary>"lead @maya", or "no lead yet".</summary>
    public static Mrkdwn Lead(Incident incident) =>
        incident.Lead is { } lead ? Mrkdwn.Text($"lead {Mrkdwn.User(lead.Value)}") : Mrkdwn.Raw("_no lead yet_");

    /// <summary>An incident on one line: title, severity and status.</summary>
    public static Mrkdwn OneLine(Incident incident) => Mrkdwn.Text($"{Title(incident)} · {Of(incident.Severity)} · {Of(incident.Status)}");

    /// <summary>An incident in a list: severity, title and status, then the channel and the lead.</summary>
    public static Mrkdwn Summary(Incident incident, IncidentChannel? channel) => Mrkdwn.Text(
        $"{Of(incident.Severity)} · *{Title(incident)}* · {Of(incident.Status)}\n{Channel(channel)} · {Lead(incident)}");

    /// <summary>The label of the button that takes a role no one has.</summary>
    public static string Take(IncidentRole role) => $"Take {RoleDescription.For(role).Word.ToLowerInvariant()}";

    /// <summary>A link to the incident's channel, or a note while the channel is being created.</summary>
    public static Mrkdwn Channel(IncidentChannel? channel) =>
        channel?.ChannelId is { } id ? Mrkdwn.Channel(id) : Mrkdwn.Raw("_creating the channel_");
}
