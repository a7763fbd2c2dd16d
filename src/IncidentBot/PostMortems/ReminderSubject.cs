using IncidentBot.Commands;
using IncidentBot.Domain;

namespace IncidentBot.PostMortems;

/// <summary>The subject of a section of someone's reminder about a post-mortem: "12:U024BE7LH:20260303:meeting".</summary>
/// <param name="Number">The incident.</param>
/// <param name="Reader">Who is reminded.</param>
/// <param name="Day">On which of their days.</param>
/// <param name="About">What it is about; empty when the card says so.</param>
internal sealed record ReminderSubject(int Number, PersonId Reader, DateOnly Day, string About = "")
{
    public static ReminderSubject Read(string subject)
    {
        var parts = ButtonValue.Read(subject);
        return new ReminderSubject(parts.Number(), new PersonId(parts.Text(1)), parts.Day(2) ?? default, parts.Text(3));
    }

    public override string ToString() => ButtonValue.Write(Number, Reader, Day, About);
}
