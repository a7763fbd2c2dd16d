namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Fails when a change makes the rules worse on a labelled set.</summary>
public sealed class BlameFiguresTests
{
    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData(LabelledSentences.First)]
    [InlineData(LabelledSentences.Second)]
    [InlineData(LabelledSentences.Third)]
    public void At_least_97_percent_of_flagged_sentences_are_blame(string set)
    {
        var flagged = LabelledSentences.Of(set).Where(sentence => sentence.Findings().Count > 0).ToList();

        Assert.InRange((double)flagged.Count(sentence => sentence.Blameful) / flagged.Count, 0.97, 1);
    }

    [Theory]
    [Trait("Requirement", "R68")]
    [InlineData(LabelledSentences.First, 0.95)]
    [InlineData(LabelledSentences.Second, 0.95)]
    [InlineData(LabelledSentences.Third, 0.92)]
    public void Almost_all_blame_is_flagged(string set, double atLeast)
    {
        var blameful = LabelledSentences.Of(set).Where(sentence => sentence.Blameful).ToList();

        Assert.InRange((double)blameful.Count(sentence => sentence.Findings().Count > 0) / blameful.Count, atLeast, 1);
    }

    [Theory]
    [InlineData(LabelledSentences.First)]
    [InlineData(LabelledSentences.Second)]
    [InlineData(LabelledSentences.Third)]
    public void Each_set_is_large_enough_to_measure_these_rates(string set)
    {
        var sentences = LabelledSentences.Of(set);

        Assert.InRange(sentences.Count(sentence => sentence.Blameful), 200, int.MaxValue);
        Assert.InRange(sentences.Count(sentence => !sentence.Blameful), 400, int.MaxValue);
    }
}
