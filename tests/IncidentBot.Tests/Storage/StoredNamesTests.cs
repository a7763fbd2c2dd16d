using System.Text.Json;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Storage;

namespace IncidentBot.Tests.Storage;

/// <summary>Members that were renamed in the code keep the name under which earlier releases stored them.</summary>
public sealed class StoredNamesTests
{
    [Fact]
    public void A_ticked_chain_of_an_earlier_release_is_read_and_written_under_the_same_name()
    {
        const string stored =
            """{"start_symptom":"","whys":[],"structural_gap":"","true_whoever_shipped_it":true,"fixable_by_engineering":false""";

        var chain = JsonSerializer.Deserialize<WhyChain>(stored + "}", JsonColumn.Json)!;

        Assert.True(chain.TrueForAnyAuthor);
        Assert.StartsWith(stored, JsonSerializer.Serialize(chain, JsonColumn.Json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set_the_room", "nothing")]
    [InlineData("set_the_room", "soon_over")]
    [InlineData("timeline", "time_is_up")]
    public void A_meeting_of_an_earlier_release_is_read_and_written_under_the_same_names(string phase, string told)
    {
        const string times = "\"started_at\":\"2026-03-03T09:00:00+00:00\",\"ends_at\":\"2026-03-03T09:05:00+00:00\"";
        var stored = $$"""{"phase":"{{phase}}",{{times}},"told":"{{told}}","alarms":2}""";

        var run = JsonSerializer.Deserialize<PhaseRun>(stored, JsonColumn.Json)!;

        Assert.Equal(2, run.BlameRaised);
        Assert.Equal(stored, JsonSerializer.Serialize(run, JsonColumn.Json));
    }
}
