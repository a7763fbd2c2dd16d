using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;

namespace IncidentBot.Features.Meetings;

/// <summary>When post-mortems may meet.</summary>
internal sealed class MeetingOptions : IValidatableObject
{
    public const string Section = "Meetings";

    /// <summary>The beginning of core hours, on everyone's own clock.</summary>
    public TimeOnly CoreFrom { get; set; } = new(10, 0);

    /// <summary>The end of core hours.</summary>
    public TimeOnly CoreUntil { get; set; } = new(16, 0);

    /// <summary>How long a meeting is booked for unless someone chooses otherwise; null for as long as its agenda takes.</summary>
    [Range(15, 240)]
    public int? DurationMinutes { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CoreFrom >= CoreUntil)
        {
            yield return new ValidationResult(
                $"Meetings__CoreUntil ({CoreUntil:HH:mm}) is not after Meetings__CoreFrom ({CoreFrom:HH:mm}). Set a later time, for "
                    + $"example 10:00 and 16:00.");
        }
    }

    public TimeSpan DurationFor(Severity severity) =>
        DurationMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : AgendaProfiles.For(severity).Length;

    /// <summary>Holidays are the reminders': one list for everything that keeps to working days.</summary>
    public SlotRules Rules(WorkCalendar calendar) => new(calendar, CoreFrom, CoreUntil);
}
