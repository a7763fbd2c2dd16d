using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using static IncidentBot.Domain.Tests.PostMortems.Examples;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class PostMortemDocumentTests
{
    [Theory]
    [InlineData(1500, true)]
    [InlineData(1501, false)]
    public void A_summary_has_at_most_1500_characters(int length, bool ok) =>
        Assert.Equal(ok, RequiredPostMortem().WriteUp.WriteSummary(new string('x', length), Ana, Resolved).Ok);

    [Fact]
    public void Saving_the_same_content_again_records_no_change()
    {
        var postMortem = WithGapAndFactor();
        var factor = postMortem.WriteUp.Factors[0];
        var version = postMortem.WriteUp.Version;

        postMortem.WriteUp.WriteSummary("  ", Ana, Resolved);
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Checkout was down ", ["a", " b", "", "c"], "Nothing checks the schema", true, true), Ben, Resolved);
        postMortem.WriteUp.WriteFactor(factor.Id, new FactorDraft("No alert on the queue ", null, FactorEffect.Detection), Ben, Resolved);
        postMortem.WriteUp.WriteWentWell([" "], Ben, Resolved);
        postMortem.WriteUp.RemoveLearning(Guid.NewGuid(), Ben, Resolved);

        Assert.Equal(version, postMortem.WriteUp.Version);
        Assert.Single(postMortem.WriteUp.Factors);
    }

    [Fact]
    public void A_mention_is_refused_in_whys_factors_learnings_and_parked_causes_but_not_in_parked_questions()
    {
        var postMortem = RequiredPostMortem();
        const string Named = "<@U0ANA> forgot";

        Assert.Equal(
            "symptom", postMortem.WriteUp.WriteWhyChain(WhyChain.Empty with { StartSymptom = Named }, Ana, Resolved).Refusal?.Field);
        Assert.Equal("why_2", postMortem.WriteUp.WriteWhyChain(WhyChain.Empty with { Whys = ["a", Named] }, Ana, Resolved).Refusal?.Field);
        Assert.Equal("gap", postMortem.WriteUp.WriteWhyChain(WhyChain.Empty with { StructuralGap = Named }, Ana, Resolved).Refusal?.Field);
        Assert.Equal(
            "narrative", postMortem.WriteUp.WriteWhyChain(WhyChain.Empty with { Narrative = Named }, Ana, Resolved).Refusal?.Field);
        Assert.Equal(
            "text",
            postMortem.WriteUp.WriteFactor(
                Guid.NewGuid(), new FactorDraft(Named, FactorCategory.Process, null), Ana, Resolved).Refusal?.Field);
        Assert.Equal("text", postMortem.WriteUp.WriteLearning(Guid.NewGuid(), Named, null, Ana, Resolved).Refusal?.Field);
        Assert.Equal("text", postMortem.WriteUp.Park(Guid.NewGuid(), ParkedKind.Cause, Named, Ana, Resolved).Refusal?.Field);
        Assert.True(postMortem.WriteUp.Park(Guid.NewGuid(), ParkedKind.Question, "Ask @ana about the queue", Ana, Resolved).Ok);
    }

    [Fact]
    [Trait("Requirement", "D10")]
    public void A_factor_needs_a_category_or_an_effect()
    {
        var refused = RequiredPostMortem().WriteUp.WriteFactor(Guid.NewGuid(), new FactorDraft("Stale runbook", null, null), Ana, Resolved);

        Assert.Equal("category", refused.Refusal?.Field);
    }

    [Fact]
    public void A_learning_is_added_once_edited_in_place_and_removed()
    {
        var postMortem = RequiredPostMortem();
        var id = Guid.NewGuid();
        postMortem.WriteUp.WriteLearning(id, "Two sources of truth drift", null, Ana, Resolved);
        postMortem.WriteUp.WriteLearning(id, "Two sources of truth drift", LearningDestination.Architecture, Ana, Resolved);
        Assert.Equal(LearningDestination.Architecture, Assert.Single(postMortem.WriteUp.Learnings).Destination);

        postMortem.WriteUp.RemoveLearning(id, Ana, Resolved);

        Assert.Empty(postMortem.WriteUp.Learnings);
    }

    [Theory]
    [InlineData(-1, 0, 0, "duration")]
    [InlineData(0, -1, 0, "users")]
    [InlineData(0, 0, -1, "slo")]
    [InlineData(0, 0, 140, null)]
    public void Negative_impact_figures_are_refused(int minutes, int users, int slo, string? field) =>
        Assert.Equal(
            field,
            RequiredPostMortem().WriteUp
                .WriteImpact(new Impact(TimeSpan.FromMinutes(minutes), users, null, null, slo), Ana, Resolved).Refusal?.Field);

    [Theory]
    [Trait("Requirement", "D2")]
    [InlineData(4, 1, null, true)]
    [InlineData(3, 1, null, false)]
    [InlineData(4, 0, null, false)]
    [InlineData(4, 0, "The vendor has fixed it for all", true)]
    public void A_required_write_up_needs_four_timeline_entries_and_an_action_or_a_reason(
        int entries, int actions, string? reason, bool ok)
    {
        var postMortem = WithGapAndFactor();
        postMortem.WriteUp.ExplainNoActions(reason, Ana, Resolved);

        Assert.Equal(ok, postMortem.Publish(Completeness.Of(postMortem, entries, actions, 0), Ana, Resolved).Ok);
    }

    [Fact]
    [Trait("Requirement", "D9")]
    public void Every_write_up_needs_a_factor_and_the_structural_gap()
    {
        var postMortem = PostMortemOf(PostMortemNeed.Optional, TimeSpan.FromDays(14));

        Assert.Equal(
            [DocumentSection.StructuralGap, DocumentSection.Factors],
            Completeness.Of(postMortem, 0, 0, 0).Blocking.Select(line => line.Section));
    }

    [Theory]
    [Trait("Requirement", "R91")]
    [Trait("Requirement", "D16")]
    [InlineData("It broke.", false)]
    [InlineData("It broke. It was noon.", true)]
    [InlineData("It broke. It was noon. Nobody could pay.", true)]
    [InlineData("It broke. It was noon. Nobody could pay. We fixed it.", false)]
    public void A_summary_of_two_or_three_sentences_is_recommended_and_never_required(string summary, bool done)
    {
        var postMortem = WithGapAndFactor();
        postMortem.WriteUp.WriteSummary(summary, Ana, Resolved);

        var line = Completeness.Of(postMortem, 4, 1, 1).Lines.Single(line => line.Section == DocumentSection.Summary);

        Assert.Equal((done, false), (line.Done, line.Blocks));
    }

    [Fact]
    public void Too_few_whys_and_an_owner_who_has_not_accepted_cause_only_warnings()
    {
        var postMortem = WithGapAndFactor();
        postMortem.WriteUp.WriteWhyChain(postMortem.WriteUp.WhyChain with { Whys = ["a", "b"] }, Ana, Resolved);

        var completeness = Completeness.Of(postMortem, 4, 2, 1);

        Assert.True(completeness.CanPublish);
        Assert.Contains(completeness.Warnings, line => line.Section == DocumentSection.Whys);
        Assert.Contains(completeness.Warnings, line => line.Section == DocumentSection.AcceptedActions);
    }
}
