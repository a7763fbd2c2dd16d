using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.People;

/// <summary>
/// A message as plain text for the timeline and the write-up: mentions become names, and a file without text becomes its name.
/// </summary>
internal sealed class PlainMessageText(PeopleDirectory people, PlaceNames places)
{
    public async Task<string> OfAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var text = await OfAsync(message.Text, cancellationToken);
        return text.Length > 0 || message.Files.Count == 0
            ? text
            : string.Join(", ", message.Files.Select(file => file.Name.Length > 0 ? file.Name : SlackFile.Nameless));
    }

    public async Task<string> OfAsync(string slackText, CancellationToken cancellationToken)
    {
        var mentioned = SlackText.MentionedUsers(slackText).Select(id => new PersonId(id));
        var known = await people.FindAllAsync(mentioned, cancellationToken);
        var words = new List<string>();
        foreach (var part in SlackText.Parse(slackText))
        {
            words.Add(part switch
            {
                { Kind: SlackTextKind.User } when known.TryGetValue(new PersonId(part.Target), out var person) && !person.IsUnknown =>
                    $"@{person.Name}",
                { Kind: SlackTextKind.Channel, Label: null }
                    when await places.ChannelAsync(part.Target, cancellationToken) is { } channel => $"#{channel}",
                { Kind: SlackTextKind.UserGroup, Label: null }
                    when await places.GroupAsync(part.Target, cancellationToken) is { } group => $"@{group}",
                _ => part.Plain,
            });
        }

        return string.Concat(words).Trim();
    }
}
