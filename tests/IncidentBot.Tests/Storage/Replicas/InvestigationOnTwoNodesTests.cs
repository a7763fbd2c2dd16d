using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.Recurrence;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage.Replicas;

/// <summary>Both nodes find the third incident of a class at the same moment.</summary>
public sealed class InvestigationOnTwoNodesTests
{
    [Fact]
    public async Task A_structural_investigation_that_both_find_due_is_opened_and_posted_once()
    {
        await using var app = await TwoNodes.StartAsync();
        for (var one = 0; one < 3; one++)
        {
            await ClassedIncidents.AddAsync(app, ResolvedIncident.Sev2(app));
        }

        await Task.WhenAll(app.SweepAsync(), app.SweepAsync());
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await app.ReadAsync(db => db.Investigations.CountAsync()));
        Assert.Single(
            ShownMessages.TextsIn(app, "incidents"), text => text.Contains("Structural investigation", StringComparison.Ordinal));
    }
}
