using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>
/// A mrkdwn text object, safe by construction: what is interpolated into <see cref="Text"/> is escaped unless it is itself
/// <see cref="Mrkdwn"/>, so text of a person cannot mention, link, notify or format ("Formatting message text", escaping).
/// </summary>
/// <example><code>Mrkdwn.Text($"*{title}* is led by {Mrkdwn.User(lead)}")</code></example>
public sealed record Mrkdwn : TextObject
{
    private Mrkdwn(string markup)
        : base(markup)
    {
    }

    /// <summary>No text.</summary>
    public static Mrkdwn Empty { get; } = new("");

    /// <inheritdoc/>
    public override string Type => "mrkdwn";

    /// <summary>Turns off the linking of bare names and addresses.</summary>
    public bool Verbatim { get; init; }

    /// <summary>True when there is nothing to show.</summary>
    [JsonIgnore]
    public bool IsEmpty => Content.Length == 0;

    /// <summary>Markup from a template: literal parts are markup; values are escaped unless they are <see cref="Mrkdwn"/>.</summary>
    /// <param name="template">An interpolated string.</param>
    /// <returns>The text.</returns>
    public static Mrkdwn Text(ref MrkdwnInterpolation template) => new(template.ToStringAndClear());

    /// <summary>Text of a person, shown as typed: its asterisks, underscores, tildes and backticks format nothing.</summary>
    /// <param name="userText">Any text, unescaped.</param>
    /// <returns>The text, escaped.</returns>
    public static Mrkdwn Escape(string userText) => new(SlackText.Literal(userText));

    /// <summary>Text of a person, shown as typed and cut where it is longer once it is escaped.</summary>
    /// <param name="userText">Any text, unescaped.</param>
    /// <param name="maxLength">The longest result, after escaping.</param>
    /// <returns>The text, escaped.</returns>
    public static Mrkdwn Escape(string userText, int maxLength) => Escape(userText).Fit(maxLength);

    /// <summary>Text of a person inside backticks of the template, which it can't close.</summary>
    /// <param name="userText">Any text, unescaped.</param>
    /// <returns>The text, escaped.</returns>
    public static Mrkdwn Code(string userText) => new(SlackText.InCode(userText));

    /// <summary>
    /// Text from a Slack message. Mentions of people and channels, links and dates are kept; pings of groups and whole channels
    /// are removed.
    /// </summary>
    /// <param name="slackText">The text of a message, in Slack's escaping.</param>
    /// <returns>The text, safe to post again.</returns>
    public static Mrkdwn FromSlack(string slackText) => new(SlackText.WithoutBroadcasts(slackText));

    /// <summary>Markup without any part from outside; prefer <see cref="Text"/>.</summary>
    /// <param name="markup">Trusted markup.</param>
    /// <returns>The text as it is.</returns>
    public static Mrkdwn Raw(string markup) => new(markup);

    /// <summary>A mention of a person, who is notified.</summary>
    /// <param name="userId">The user id.</param>
    /// <returns>"&lt;@U…&gt;".</returns>
    public static Mrkdwn User(string userId) => SlackText.IsId(userId) ? new($"<@{userId}>") : Text($"{userId}");

    /// <summary>A mention of a user group, whose members are notified.</summary>
    /// <param name="userGroupId">The user group id.</param>
    /// <returns>"&lt;!subteam^S…&gt;".</returns>
    public static Mrkdwn UserGroup(string userGroupId) => new($"<!subteam^{SlackText.Id(userGroupId)}>");

    /// <summary>A link to a channel.</summary>
    /// <param name="channelId">The channel id.</param>
    /// <returns>"&lt;#C…&gt;".</returns>
    public static Mrkdwn Channel(string channelId) => new($"<#{SlackText.Id(channelId)}>");

    /// <summary>A link; anything but http, https and mailto is shown as text.</summary>
    /// <param name="url">Where it leads.</param>
    /// <param name="label">What is shown.</param>
    /// <returns>The link.</returns>
    public static Mrkdwn Link(string url, string label) => new(SlackText.Link(url, label));

    /// <summary>An instant, shown in each reader's zone ("Date formatting").</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="format">Slack's date tokens.</param>
    /// <returns>The date token with a UTC fallback.</returns>
    public static Mrkdwn Date(DateTimeOffset instant, string format = SlackDate.ShortWithTime) => new(SlackDate.Format(instant, format));

    /// <inheritdoc/>
    public override Mrkdwn Fit(int maxLength) =>
        Content.Length <= maxLength ? this : new Mrkdwn(SlackText.Fit(Content, maxLength)) { Verbatim = Verbatim };

    /// <summary>Several texts with something between them.</summary>
    /// <param name="separator">What stands between; markup, such as "\n" or " · ".</param>
    /// <param name="parts">The texts; empty ones are left out.</param>
    /// <returns>One text.</returns>
    public static Mrkdwn Join(string separator, params IEnumerable<Mrkdwn> parts) =>
        new(string.Join(separator, parts.Where(part => !part.IsEmpty).Select(part => part.Content)));
}
