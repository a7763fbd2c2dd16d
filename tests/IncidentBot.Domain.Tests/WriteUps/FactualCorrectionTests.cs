using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.Time.Instants;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.WriteUps;

public sealed class FactualCorrectionTests
{
    private static readonly DateTimeOffset Now = Utc("2026-03-05 10:00");
    private static readonly Guid Id = Guid.Parse("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Factor = Guid.Parse("33333333-3333-3333-3333-333333333333");

    [Fact]
    [Trait("Requirement", "R116")]
    public void A_correction_is_refused_before_the_draft_is_shared()
    {
        var refused = RequiredPostMortem().WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);

        Assert.StartsWith("The draft isn't shared yet.", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(PostMortemLimits.Point, true)]
    [InlineData(PostMortemLimits.Point + 1, false)]
    public void A_correction_must_not_be_empty_or_too_long(int length, bool accepted)
    {
        var sent = Drafted().WriteUp.SendCorrection(Id, new string('x', length), DocumentSection.Impact, Ben, Now);

        Assert.Equal((accepted, accepted ? null : "text"), (sent.Ok, sent.Refusal?.Field));
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void A_correction_sent_twice_counts_once()
    {
        var postMortem = Drafted();

        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);

        Assert.Equal(CorrectionAnswer.Open, Assert.Single(postMortem.WriteUp.Corrections).Answer);
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void Declining_needs_a_reason_which_is_stored()
    {
        var postMortem = Drafted();
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);

        Assert.Equal("reason", postMortem.WriteUp.AnswerCorrection(Id, " ", Ana, Now).Refusal!.Field);
        Assert.True(postMortem.WriteUp.AnswerCorrection(Id, "40 by the graph", Ana, Now).Ok);

        var correction = postMortem.WriteUp.Corrections[0];
        Assert.Equal((CorrectionAnswer.Declined, "40 by the graph", Ana), (correction.Answer, correction.Reason, correction.AnsweredBy));
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void The_same_answer_twice_counts_once_and_another_answer_is_refused()
    {
        var postMortem = Drafted();
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);
        postMortem.WriteUp.AnswerCorrection(Id, null, Ana, Now);

        Assert.True(postMortem.WriteUp.AnswerCorrection(Id, null, Ben, Now).Ok);
        Assert.Equal("This correction was already accepted.", postMortem.WriteUp.AnswerCorrection(Id, "no", Ben, Now).Refusal!.Sentence);
        Assert.Equal(Ana, postMortem.WriteUp.Corrections[0].AnsweredBy);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [InlineData(null, "One correction is unanswered")]
    [InlineData(true, "An accepted correction is not made yet")]
    [InlineData(false, null)]
    public void An_open_correction_blocks_publishing_and_so_does_an_accepted_one(bool? accepted, string? said)
    {
        var postMortem = Drafted();
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);
        if (accepted is { } isAccepted)
        {
            postMortem.WriteUp.AnswerCorrection(Id, isAccepted ? null : "The log says so", Ana, Now);
        }

        var blocking = Completeness.Of(postMortem, 4, 1, 1).Blocking.FirstOrDefault(line => line.Section == DocumentSection.Corrections);
        Assert.Equal(said, blocking?.Why[..said!.Length]);
    }

    [Theory]
    [Trait("Requirement", "R116")]
    [InlineData(DocumentSection.Summary, "summary", false)]
    [InlineData(DocumentSection.Summary, "nothing", true)]
    [InlineData(DocumentSection.Summary, "factor removed", true)]
    [InlineData(DocumentSection.Factors, "factor removed", false)]
    [InlineData(DocumentSection.Factors, "summary", true)]
    [InlineData(DocumentSection.Timeline, "timeline earlier", true)]
    [InlineData(DocumentSection.Timeline, "timeline", false)]
    [InlineData(DocumentSection.Timeline, "timeline agreed", true)]
    [InlineData(DocumentSection.Whys, "timeline", true)]
    [InlineData(null, "summary", false)]
    [InlineData(null, "timeline", false)]
    [InlineData(null, "nothing", true)]
    public void An_accepted_correction_blocks_publishing_until_its_section_is_edited(DocumentSection? section, string edit, bool blocks)
    {
        var postMortem = Drafted();
        postMortem.WriteUp.WriteFactor(
            Factor, new FactorDraft("The alert watches the shop", FactorCategory.Technical, FactorEffect.Detection), Ana, Now);
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", section, Ben, Now);
        postMortem.WriteUp.AnswerCorrection(Id, null, Ana, Now);

        var elsewhere = new Dictionary<DocumentSection, DateTimeOffset>();
        switch (edit)
        {
            case "summary":
                postMortem.WriteUp.WriteSummary("Checkout was down for 41 minutes. Payments failed.", Ana, Now);
                break;
            case "factor removed":
                postMortem.WriteUp.RemoveFactor(Factor, Ana, Now);
                break;
            case "timeline agreed":
                postMortem.WriteUp.AgreeOnTimeline(Ana, Now);
                break;
            case "timeline" or "timeline earlier":
                elsewhere[DocumentSection.Timeline] = Now.AddSeconds(edit == "timeline" ? 0 : -1);
                break;
        }

        var facts = new CompletenessInput(postMortem, 4, 1, 1) { EditedElsewhere = elsewhere };
        Assert.Equal(blocks, Completeness.Of(facts).Blocking.Any(line => line.Section == DocumentSection.Corrections));
    }

    [Fact]
    [Trait("Requirement", "R116")]
    public void Stating_that_the_document_is_already_right_accepts_a_correction_once()
    {
        var postMortem = Drafted();
        postMortem.WriteUp.SendCorrection(Id, "It was 41 minutes", null, Ben, Now);

        Assert.True(postMortem.WriteUp.ConfirmAlreadyRight(Id, Ana, Now).Ok);
        Assert.True(postMortem.WriteUp.ConfirmAlreadyRight(Id, Ben, Now).Ok);
        var correction = Assert.Single(postMortem.WriteUp.Corrections);
        Assert.Equal((CorrectionAnswer.AlreadyRight, Ana), (correction.Answer, correction.AnsweredBy));
        Assert.Equal("This correction was already accepted.", postMortem.WriteUp.AnswerCorrection(Id, "no", Ben, Now).Refusal!.Sentence);
        Assert.DoesNotContain(Completeness.Of(postMortem, 4, 1, 1).Blocking, line => line.Section == DocumentSection.Corrections);
    }

    private static PostMortem Drafted()
    {
        var postMortem = WithGapAndFactor();
        postMortem.MarkDrafted(Ana, Now.AddHours(-1));
        return postMortem;
    }
}
