using IncidentBot.Sandbox.Stories;

namespace IncidentBot.Browser.Tests.Stories;

public sealed class SentenceTests
{
    [Fact]
    public void What_is_quoted_stays_in_one_piece() => Assert.Equal(
        ["As **Maya**", "open **#general**", "type `/incident A, B and C. D`", "You see \"x, then y and z\" in **Lead and so**"],
        Sentence.Split(
            "As **Maya**, open **#general** and type `/incident A, B and C. D`. You see \"x, then y and z\" in **Lead and so**."));

    [Fact]
    public void A_clause_that_is_not_understood_is_named()
    {
        var problem = Assert.Throws<UnknownClauseException>(() => PhraseBook.Find("dance with **Maya**"));

        Assert.Contains("dance with **Maya**", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_of_the_tour_is_understood() => Assert.All(
        StoryFile.Read("README.md", "An eight-minute tour"),
        step =>
        {
            Assert.All(step.Clauses, clause => PhraseBook.Find(clause));
            Assert.NotEmpty(Tour.Asked(step));
        });
}
