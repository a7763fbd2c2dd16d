namespace IncidentBot.Sandbox.Failures;

/// <summary>A failure that occurs the next few times, or every time until it is stopped.</summary>
internal sealed class FailureSwitch(Action changed)
{
    private const int Forever = -1;

    private readonly Lock gate = new();
    private int left;

    public bool IsOn => Left != 0;

    /// <summary>"every time" or "the next 2", for a sentence; empty when off.</summary>
    public string Length => Left switch
    {
        0 => "",
        Forever => "every time",
        var times => $"the next {times}",
    };

    private int Left
    {
        get
        {
            lock (gate)
            {
                return left;
            }
        }
    }

    public void Next(int times = 1) => Set(before => before == Forever ? Forever : before + times);

    public void Always() => Set(_ => Forever);

    public void Stop() => Set(_ => 0);

    /// <summary>Whether the failure occurs this time; counts one occurrence down.</summary>
    public bool Take()
    {
        lock (gate)
        {
            if (left > 0)
            {
                left--;
                return true;
            }

            return left == Forever;
        }
    }

    private void Set(Func<int, int> next)
    {
        lock (gate)
        {
            left = next(left);
        }

        changed();
    }
}
