using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IncidentBot.Crashes.Victim;

/// <summary>
/// Kills this process with SIGKILL when it reaches the moment that it is armed for, and remembers which moments were reached.
/// A moment is a line such as "called chat.postMessage" or "saved inbox+".
/// </summary>
internal sealed class KillSwitch
{
    private readonly Lock _gate = new();
    private readonly List<string> _reached = [];
    private Regex? _moment;
    private int _left;

    /// <summary>At the nth moment from now that the pattern fits.</summary>
    public void Arm(string pattern, int nth)
    {
        lock (_gate)
        {
            (_moment, _left) = (new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), nth);
        }
    }

    public void Disarm()
    {
        lock (_gate)
        {
            _moment = null;
        }
    }

    /// <summary>The moments since the last look.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_gate)
        {
            string[] taken = [.. _reached];
            _reached.Clear();
            return taken;
        }
    }

    public void Reached(string moment)
    {
        lock (_gate)
        {
            _reached.Add(moment);
            if (_moment?.IsMatch(moment) != true || --_left > 0)
            {
                return;
            }

            Console.Out.WriteLine($"killed at: {moment}");
            Console.Out.Flush();
            Process.GetCurrentProcess().Kill();

            // The signal ends this thread here; nothing after this moment may happen.
            using var never = new ManualResetEventSlim();
            never.Wait();
        }
    }
}
