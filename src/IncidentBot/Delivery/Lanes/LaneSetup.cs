using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Lanes;

/// <summary>Registers a lane table and its worker.</summary>
internal static class LaneSetup
{
    public static void AddLanes<TRow, TWork>(this IServiceCollection services)
        where TRow : LaneRow
        where TWork : class, ILaneWork<TRow>
    {
        services.AddSingleton<ILaneWork<TRow>, TWork>();
        services.AddSingleton<LaneLoop<TRow>>();
        services.AddHostedService<LaneWorker<TRow>>();
    }
}
