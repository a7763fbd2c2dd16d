using IncidentBot.Storage;

namespace IncidentBot.Tests.Operations;

public sealed class ReadinessTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public void The_lanes_start_when_the_tables_exist_and_the_workspace_is_known(bool storage, bool workspace, bool started)
    {
        var readiness = new Readiness();
        if (storage)
        {
            readiness.Fulfil("storage");
        }

        if (workspace)
        {
            readiness.KnowWorkspace();
        }

        Assert.Equal(started, readiness.WorkspaceIsKnownAsync(CancellationToken.None).IsCompletedSuccessfully);
    }
}
