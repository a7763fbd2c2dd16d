using System.Diagnostics;
using System.Text.RegularExpressions;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>
/// Kills this process with SIGKILL at the checkpoint that the switch is armed for, and records every checkpoint on the way.
/// A checkpoint is a line such as "called chat.postMessage" or "saved inbox+".
/// </summary>
internal sealed class KillSwitch
{
    private readonly Lock _gate = new();
    private readonly List<string> _reached = [];
    private Regex? _checkpoint;
    private int _left;

    /// <summary>Kills at the nth checkpoint from now that matches the pattern.</summary>
    public void Arm(string pattern, int nth)
    {
        lock (_gate)
        {
            (_checkpoint, _left) = (new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), nth);
        }
    }

    public void Disarm()
    {
        lock (_gate)
        {
            _checkpoint = null;
        }
    }

    /// <summary>The checkpoints reached since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_gate)
        {
            string[] taken = [.. _reached];
            _reached.Clear();
            return taken;
        }
    }

    public void Reached(string checkpoint)
    {
        lock (_gate)
        {
            _reached.Add(checkpoint);
            if (_checkpoint?.IsMatch(checkpoint) != true || --_left > 0)
            {
                return;
            }

            Console.Out.WriteLine($"killed at: {checkpoint}");
            Console.Out.Flush();
            Process.GetCurrentProcess().Kill();

            // SIGKILL arrives asynchronously; until then this thread must not go on.
            using var never = new ManualResetEventSlim();
            never.Wait();
        }
    }
}
