using System.Globalization;
using System.Net;
using IncidentBot.Demo.Quarter;

namespace IncidentBot.Demo;

/// <summary>The arguments of the program.</summary>
/// <param name="Port">The workspace's port; null for the preferred one.</param>
/// <param name="WithQuarter">Whether the simulated quarter is played first.</param>
internal sealed record DemoArguments(int? Port, bool WithQuarter)
{
    public const string Usage =
        $"Arguments: a port, for example 5011, and --with {SimulatedQuarter.Name} to start after a simulated quarter.";

    /// <summary>Null when the arguments are not understood.</summary>
    public static DemoArguments? Read(string[] args)
    {
        var read = new DemoArguments(Port: null, WithQuarter: false);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--with" && at + 1 < args.Length && args[at + 1] == SimulatedQuarter.Name)
            {
                read = read with { WithQuarter = true };
                at++;
            }
            else if (read.Port is null && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 0 and <= IPEndPoint.MaxPort)
            {
                read = read with { Port = port };
            }
            else
            {
                return null;
            }
        }

        return read;
    }
}
