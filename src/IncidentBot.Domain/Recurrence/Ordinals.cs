using System.Globalization;

namespace IncidentBot.Domain.Recurrence;

/// <summary>Numbers as places in an order.</summary>
public static class Ordinals
{
    /// <summary>"1st", "2nd", "3rd", "11th".</summary>
    /// <param name="number">Not negative.</param>
    public static string Of(int number)
    {
        var ending = (number % 100, number % 10) switch
        {
            ( >= 11 and <= 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
