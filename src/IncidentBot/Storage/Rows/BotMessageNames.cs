using System.Globalization;

namespace IncidentBot.Storage.Rows;

/// <summary>The names under which the bot finds its own messages again.</summary>
internal static class BotMessageNames
{
    public const string StatusCard = "status_card";
    public const string Headline = "headline";
    public const string ResolveCard = "resolve_card";
    public const string WriteUp = "write_up";
    public const string Board = "board";

    /// <summary>A DM about action items; its subject is the message of its <see cref="ActionNotice"/> rows.</summary>
    public const string ActionItems = "action_items";

    /// <summary>The DM that asks someone to facilitate; its subject is the incident and the turn, "12:3".</summary>
    public const string FacilitatorRequest = "facilitator_ask";

    /// <summary>The DM that asks someone to read the draft; its subject is the incident and the person, "12:U024BE7LH".</summary>
    public const string SignOff = "sign_off";

    /// <summary>The draft in the incident's channel.</summary>
    public const string Draft = "draft";

    /// <summary>A correction in a thread; its subject is the incident and the correction, "12:0195...".</summary>
    public const string Correction = "correction";

    /// <summary>After publishing: who should still hear of it.</summary>
    public const string Sharing = "sharing";

    /// <summary>
    /// The DM that asks an owner whether actions worked; its subject is the message of <see cref="ActionNotice"/> rows.
    /// </summary>
    public const string Effect = "effect";

    /// <summary>
    /// The DM of the recurrence check; its subject is the
    /// incident, the day and the person, "12:20260515:U024BE7LH".
    /// </summary>
    public const string Return = "return";

    /// <summary>The write-up in the canvas of the incident's channel; its ts is the canvas's id.</summary>
    public const string Canvas = "canvas";

    public static string WriteUpOf(int number) => Card(WriteUp, number);

    public static string Card(string card, string subject) => $"{card}:{subject}";

    public static string Card(string card, int incidentNumber) => Card(card, incidentNumber.ToString(CultureInfo.InvariantCulture));
}
