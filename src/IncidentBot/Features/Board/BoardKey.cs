using System.Globalization;

namespace IncidentBot.Features.Board;

/// <summary>The value of a button on the board: the incident, and what the button was shown with, "12:3".</summary>
internal sealed record BoardKey(int Number, long Shown)
{
    public static BoardKey Read(string value)
    {
        var parts = value.Split(':');
        return new BoardKey(
            int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
