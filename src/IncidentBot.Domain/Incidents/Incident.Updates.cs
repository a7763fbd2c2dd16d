using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <content>Status updates and their cadence.</content>
public sealed partial class Incident
{
    /// <summary>The longest status update, in characters.</summary>
    public const int UpdateLimit = 2000;

    /// <summary>Whether a status update can be posted now; its text is checked by <see cref="PostUpdate"/>.</summary>
    /// <returns>Refused when it is not open.</returns>
    public Result MayPostUpdate() => RefuseUnlessOpen() is { } refusal ? refusal : Result.Accepted;

    /// <summary>Posts a status update; the next one is due one interval of the severity from now, unless a time is chosen.</summary>
    /// <param name="text">1 to 2000 characters.</param>
    /// <param name="by">Who posts it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="nextIn">One of <see cref="StatusCadence.NextInMinutes"/>; null for the severity's interval.</param>
    /// <returns>Refused when it is not open, or about "text" when that is empty or too long, or about "next_in".</returns>
    public Result PostUpdate(string? text, PersonId by, DateTimeOffset now, int? nextIn = null)
    {
        var checkedText = PlainText.MultiLine(text, UpdateLimit, "text", "The update");
        if ((RefuseUnlessOpen() ?? checkedText.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (nextIn is { } minutes && !StatusCadence.NextInMinutes.Contains(minutes))
        {
            return new Refusal("Choose one of the times in the list.", "next_in");
        }

        LastUpdateAt = now.ToUniversalTime();
        NextUpdateDue = nextIn is { } chosen ? LastUpdateAt.Value.AddMinutes(chosen) : StatusCadence.NextDue(Severity, LastUpdateAt.Value);
        _statusUpdates.Add(new StatusUpdate
        {
            Text = checkedText.Value!,
            By = by,
            At = LastUpdateAt.Value,
            NextDue = NextUpdateDue,
        });
        Version++;
        return Result.Accepted;
    }

    /// <summary>Snoozes the next status update.</summary>
    /// <param name="minutes">30, 60 or 90, counted from now.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when it is not open, when no update is due, or about "minutes" for any other number.</returns>
    public Result SnoozeUpdate(int minutes, DateTimeOffset now)
    {
        if (RefuseUnlessOpen() is { } refusal)
        {
            return refusal;
        }

        if (NextUpdateDue is null)
        {
            return new Refusal($"Nothing to snooze: {SeverityLabels.Of(Severity)} needs no status updates.");
        }

        if (!StatusCadence.SnoozeMinutes.Contains(minutes))
        {
            return new Refusal("Choose 30, 60 or 90 minutes.", "minutes");
        }

        NextUpdateDue = now.ToUniversalTime().AddMinutes(minutes);
        Version++;
        return Result.Accepted;
    }
}
