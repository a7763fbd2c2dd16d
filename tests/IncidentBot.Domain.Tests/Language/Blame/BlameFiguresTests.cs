namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Holds what the rules have reached on the sentences they were written with, so that no change loses ground unseen.</summary>
public sealed class BlameFiguresTests
{
    private static readonly IReadOnlyList<LabelledSentence> Sentences = LabelledSentences.Tuning();

    [Fact]
    [Trait("Requirement", "R71")]
    public void Of_what_is_flagged_at_least_97_in_100_are_blame()
    {
        var flagged = Sentences.Where(sentence => sentence.Look().Count > 0).ToList();

        Assert.InRange((double)flagged.Count(sentence => sentence.Blameful) / flagged.Count, 0.97, 1);
    }

    [Fact]
    [Trait("Requirement", "R68")]
    public void Of_what_is_blame_at_least_95_in_100_are_flagged()
    {
        var blameful = Sentences.Where(sentence => sentence.Blameful).ToList();

        Assert.InRange((double)blameful.Count(sentence => sentence.Look().Count > 0) / blameful.Count, 0.95, 1);
    }

    [Fact]
    public void The_set_is_large_enough_to_say_so()
    {
        Assert.InRange(Sentences.Count(sentence => sentence.Blameful), 200, int.MaxValue);
        Assert.InRange(Sentences.Count(sentence => !sentence.Blameful), 400, int.MaxValue);
    }
}
