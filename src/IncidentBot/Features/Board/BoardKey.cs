using IncidentBot.Commands;

namespace IncidentBot.Features.Board;

/// <summary>The value of a button on the board: the incident, and what the button was shown with, "12:3".</summary>
internal sealed record BoardKey(int Number, long Shown)
{
    public static BoardKey Read(string value)
    {
        var parts = ButtonValue.Read(value);
        return new BoardKey(parts.Number(), parts.Seconds(1));
    }
}
