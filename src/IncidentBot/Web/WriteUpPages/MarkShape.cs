using System.Globalization;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>The shape of each kind of mark: a circle, a diamond, a triangle, and for a missed signal a struck-out triangle.</summary>
internal static class MarkShape
{
    private const double Size = 6;

    public static string Path(MarkKind kind, double x, double y) => kind switch
    {
        MarkKind.Decision => Polygon((x, y - Size - 1), (x + Size + 1, y), (x, y + Size + 1), (x - Size - 1, y)),
        MarkKind.SignalFired or MarkKind.SignalNoticed => Triangle(x, y),
        MarkKind.SignalMissed => Triangle(x, y) + Line((x - Size - 2, y + Size + 2), (x + Size + 2, y - Size - 2)),
        _ => $"M{Number(x - Size)} {Number(y)}a{Size} {Size} 0 1 0 {2 * Size} 0a{Size} {Size} 0 1 0 {-2 * Size} 0Z",
    };

    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private static string Triangle(double x, double y) => Polygon((x, y - Size), (x + Size, y + Size - 1), (x - Size, y + Size - 1));

    private static string Polygon(params (double X, double Y)[] corners) =>
        $"M{string.Join('L', corners.Select(corner => $"{Number(corner.X)} {Number(corner.Y)}"))}Z";

    private static string Line((double X, double Y) from, (double X, double Y) to) =>
        $"M{Number(from.X)} {Number(from.Y)}L{Number(to.X)} {Number(to.Y)}";
}
