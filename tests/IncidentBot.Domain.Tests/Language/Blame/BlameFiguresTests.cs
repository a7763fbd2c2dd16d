namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Holds what the rules have reached on each labelled set, so that no change loses ground unseen.</summary>
public sealed class BlameFiguresTests
{
    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData(LabelledSentences.First)]
    [InlineData(LabelledSentences.Second)]
    [InlineData(LabelledSentences.Third)]
    public void Of_what_is_flagged_at_least_97_in_100_are_blame(string set)
    {
        var flagged = LabelledSentences.Of(set).Where(sentence => sentence.Findings().Count > 0).ToList();

        Assert.InRange((double)flagged.Count(sentence => sentence.Blameful) / flagged.Count, 0.97, 1);
    }

    [Theory]
    [Trait("Requirement", "R68")]
    [InlineData(LabelledSentences.First, 0.95)]
    [InlineData(LabelledSentences.Second, 0.95)]
    [InlineData(LabelledSentences.Third, 0.92)]
    public void What_is_blame_is_flagged_but_for_a_few_in_100(string set, double atLeast)
    {
        var blameful = LabelledSentences.Of(set).Where(sentence => sentence.Blameful).ToList();

        Assert.InRange((double)blameful.Count(sentence => sentence.Findings().Count > 0) / blameful.Count, atLeast, 1);
    }

    [Theory]
    [InlineData(LabelledSentences.First)]
    [InlineData(LabelledSentences.Second)]
    [InlineData(LabelledSentences.Third)]
    public void The_set_is_large_enough_to_say_so(string set)
    {
        var sentences = LabelledSentences.Of(set);

        Assert.InRange(sentences.Count(sentence => sentence.Blameful), 200, int.MaxValue);
        Assert.InRange(sentences.Count(sentence => !sentence.Blameful), 400, int.MaxValue);
    }
}
