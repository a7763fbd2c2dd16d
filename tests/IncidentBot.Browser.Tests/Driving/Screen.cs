namespace IncidentBot.Browser.Tests.Driving;

/// <summary>The size of the browser's window.</summary>
internal sealed record Screen(string Name, int Width, int Height)
{
    public static Screen Desktop { get; } = new("desktop", 1440, 960);

    public static Screen Phone { get; } = new("phone", 390, 844);

    public static Screen Named(string name) => name == Phone.Name ? Phone : Desktop;
}
