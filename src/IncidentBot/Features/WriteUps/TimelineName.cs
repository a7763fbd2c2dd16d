using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// How a write-up names people, by the setting: as authors, and where a text mentions them. By roles, someone is what they were at that
/// moment. Bots always have their names.
/// </summary>
/// <param name="names">The setting.</param>
/// <param name="incident">Who held which role, and when.</param>
/// <param name="people">The people who may be named.</param>
internal sealed class TimelineName(TimelineNames names, Incident incident, IReadOnlyDictionary<PersonId, Person> people)
{
    private const string Responder = "Responder";
    private const string Someone = "Someone";

    private readonly IReadOnlyList<(string Mention, Person Person)> _mentions =
    [
        .. people.Values.Where(person => !person.IsBot)
            .SelectMany(person => Names(person).Select(name => ($"@{name}", person)))
            .OrderByDescending(mention => mention.Item1.Length),
    ];

    public string Of(PersonId person, DateTimeOffset at) => names switch
    {
        _ when people.GetValueOrDefault(person) is { IsBot: true } bot => bot.Name,
        TimelineNames.Handles => people.GetValueOrDefault(person)?.Name ?? person.Value,
        TimelineNames.Roles => RoleAt(person, at) is { } role ? role.Word : Responder,
        _ => Someone,
    };

    /// <summary>A text with the people it mentions named as the setting says: "the lead", "someone".</summary>
    public string In(string text, DateTimeOffset at)
    {
        if (names == TimelineNames.Handles || !text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var (mention, person) in _mentions)
        {
            text = Replace(text, mention, names == TimelineNames.Roles && RoleAt(person.Id, at) is { } role
                ? $"the {role.Holder}"
                : "someone");
        }

        return text;
    }

    private RoleDescription? RoleAt(PersonId person, DateTimeOffset at) =>
        incident.RoleOf(person, at) is { } role ? RoleDescription.For(role) : null;

    /// <summary>The names under which Slack shows a person: display name, full name and handle.</summary>
    private static IEnumerable<string> Names(Person person)
    {
        var (fullName, handle) = person.KnownAs.Split(" (@") is [var full, var end] ? (full, end.TrimEnd(')')) : (person.KnownAs, "");
        return new[] { person.Name, fullName, handle }.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Only whole names: "@Ben" is not the beginning of "@Benno", nor the end of an address.</summary>
    private static string Replace(string text, string mention, string with)
    {
        for (var at = text.IndexOf(mention, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = at + mention.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            var shown = at == 0 ? char.ToUpperInvariant(with[0]) + with[1..] : with;
            text = isWhole ? text[..at] + shown + text[end..] : text;
            at = text.IndexOf(mention, isWhole ? at + shown.Length : end, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
