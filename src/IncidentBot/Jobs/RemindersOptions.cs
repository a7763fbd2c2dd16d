using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Jobs;

/// <summary>When no reminders are sent: evenings, nights, weekends and holidays, in the reader's own zone.</summary>
internal sealed class RemindersOptions : IValidatableObject
{
    public const string Section = "Reminders";

    /// <summary>The first quiet minute of an evening.</summary>
    public TimeOnly QuietFrom { get; set; } = new(18, 0);

    /// <summary>The first minute of a day that is not quiet.</summary>
    public TimeOnly QuietUntil { get; set; } = new(9, 0);

    /// <summary>Days off for everyone, as "2026-12-25", separated by spaces.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Holidays { get; set; } = "";

    /// <summary>The same as a rule.</summary>
    public QuietHours Quiet => new(new WorkCalendar(Days().Select(Day).OfType<DateOnly>()), QuietFrom, QuietUntil);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (QuietUntil >= QuietFrom)
        {
            yield return new ValidationResult(
                "Reminders__QuietUntil is not before Reminders__QuietFrom. Set both, for example to 09:00 and 18:00.");
        }

        if (Days().FirstOrDefault(day => Day(day) is null) is { } wrong)
        {
            yield return new ValidationResult(
                $"Reminders__Holidays has \"{wrong}\", which is not a date; write 2026-12-25, with spaces between dates.");
        }
    }

    private string[] Days() => Holidays.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
