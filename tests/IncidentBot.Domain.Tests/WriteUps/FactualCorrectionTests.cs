using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.WriteUps;

public sealed class FactualCorrectionTests
{
    private static readonly DateTimeOffset Now = Utc("2026-03-05 10:00");
    private static readonly Guid Id = Guid.Parse("22222222-2222-2222-2222-222222222222");

    [Fact]
    [Trait("Requirement", "R116")]
    public void Without_a_draft_there_is_nothing_to_correct()
    {
        var refused = RequiredPostMortem().WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);

        Assert.StartsWith("The draft isn't out yet.", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(PostMortemLimits.Point, true)]
    [InlineData(PostMortemLimits.Point + 1, false)]
    public void A_correction_takes_a_sentence_and_not_a_page(int length, bool accepted)
    {
        var sent = Drafted().WriteUp.Propose(Id, new string('x', length), DocumentSection.Impact, Ben, Now);

        Assert.Equal((accepted, accepted ? null : "text"), (sent.Ok, sent.Refusal?.Field));
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void Sent_twice_it_is_one()
    {
        var postMortem = Drafted();

        postMortem.WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);
        postMortem.WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);

        Assert.Equal(CorrectionAnswer.Open, Assert.Single(postMortem.WriteUp.Corrections).Answer);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void Declining_takes_a_reason_and_stands_with_it()
    {
        var postMortem = Drafted();
        postMortem.WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);

        Assert.Equal("reason", postMortem.WriteUp.AnswerCorrection(Id, " ", Ana, Now).Refusal!.Field);
        Assert.True(postMortem.WriteUp.AnswerCorrection(Id, "40 by the graph", Ana, Now).Ok);

        var correction = postMortem.WriteUp.Corrections[0];
        Assert.Equal((CorrectionAnswer.Declined, "40 by the graph", Ana), (correction.Answer, correction.Reason, correction.AnsweredBy));
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void The_same_answer_twice_is_one_and_another_one_is_refused()
    {
        var postMortem = Drafted();
        postMortem.WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);
        postMortem.WriteUp.AnswerCorrection(Id, null, Ana, Now);

        Assert.True(postMortem.WriteUp.AnswerCorrection(Id, null, Ben, Now).Ok);
        Assert.Equal("This correction was already accepted.", postMortem.WriteUp.AnswerCorrection(Id, "no", Ben, Now).Refusal!.Sentence);
        Assert.Equal(Ana, postMortem.WriteUp.Corrections[0].AnsweredBy);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [InlineData(false, "One correction is unanswered")]
    [InlineData(true, null)]
    public void An_open_correction_blocks_publishing(bool answered, string? said)
    {
        var postMortem = Drafted();
        postMortem.WriteUp.Propose(Id, "It was 41 minutes", null, Ben, Now);
        if (answered)
        {
            postMortem.WriteUp.AnswerCorrection(Id, null, Ana, Now);
        }

        var blocking = Completeness.Of(postMortem, 4, 1, 1).Blocking.FirstOrDefault(line => line.Section == DocumentSection.Corrections);
        Assert.Equal(said, blocking?.Why[..said!.Length]);
    }

    private static PostMortem Drafted()
    {
        var postMortem = WithGapAndFactor();
        postMortem.MarkDrafted(Ana, Now.AddHours(-1));
        return postMortem;
    }
}
