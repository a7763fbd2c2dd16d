using System.ComponentModel.DataAnnotations;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Time;

namespace IncidentBot.Features.Meetings;

/// <summary>When meetings are proposed, and how long they take.</summary>
internal sealed class MeetingOptions : IValidatableObject
{
    public const string Section = "Meetings";

    /// <summary>The start of core hours, in each person's own zone.</summary>
    public TimeOnly CoreFrom { get; set; } = new(10, 0);

    /// <summary>The end of core hours.</summary>
    public TimeOnly CoreUntil { get; set; } = new(16, 0);

    /// <summary>The default length of a meeting; null for the length of its agenda.</summary>
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

    /// <summary>The calendar of the reminders, so one list of holidays serves both.</summary>
    public SlotRules Rules(WorkCalendar calendar) => new(calendar, CoreFrom, CoreUntil);
}
