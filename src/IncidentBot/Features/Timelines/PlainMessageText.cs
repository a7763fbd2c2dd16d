using IncidentBot.Domain;
using IncidentBot.Domain.Timelines;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Timelines;

/// <summary>
/// A message as plain text for the timeline and the write-up: mentions become names, and a file without text becomes its name.
/// </summary>
internal sealed class PlainMessageText(PeopleDirectory people)
{
    public async Task<string> OfAsync(ChannelMessage message, CancellationToken cancellationToken)
    {
        var text = await OfAsync(message.Text, cancellationToken);
        return text.Length > 0 || message.Files.Count == 0 ? text : string.Join(", ", message.Files.Select(file => file.Name));
    }

    public async Task<string> OfAsync(string slackText, CancellationToken cancellationToken)
    {
        var mentioned = SlackText.MentionedUsers(slackText).Select(id => new PersonId(id));
        var known = await people.FindAllAsync(mentioned, cancellationToken);
        return string.Concat(SlackText.Parse(slackText).Select(part =>
            part.Kind == SlackTextKind.User && known.TryGetValue(new PersonId(part.Target), out var person)
                ? $"@{person.Name}"
                : part.Plain)).Trim();
    }
}
