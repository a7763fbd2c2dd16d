namespace IncidentBot.Lanes;

/// <summary>Works off a table of lanes: the outbox towards Slack, the inbox from it.</summary>
internal interface ILaneDispatcher
{
    /// <summary>Set when a commit left it something to do.</summary>
    WakeSignal Signal { get; }

    /// <summary>Works off every lane's head that is due; false when there was none.</summary>
    Task<bool> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>The earliest instant at which a waiting row may be worked on; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);
}
