using System.Globalization;

namespace IncidentBot.Features.PostMortems.Room;

/// <summary>The value of a button on the board: the incident, and what the button was shown with, "12:3".</summary>
internal sealed record RoomKey(int Number, long Shown)
{
    public static RoomKey Read(string value)
    {
        var parts = value.Split(':');
        return new RoomKey(
            int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
