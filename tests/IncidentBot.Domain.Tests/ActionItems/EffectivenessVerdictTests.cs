using IncidentBot.Domain.ActionItems;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class EffectivenessVerdictTests
{
    private static readonly DateTimeOffset Later = Utc("2026-04-02 08:00");

    [Theory]
    [InlineData("U0ANA", true)]
    [InlineData("U0BEN", true)]
    [InlineData("U0LEAD", true)]
    [InlineData("U0GUIDE", true)]
    [InlineData("U0OTHER", false)]
    [Trait("Requirement", "R120")]
    public void Owner_helpers_lead_and_facilitator_may_say_whether_an_action_worked(string person, bool may)
    {
        var item = Done();

        var result = item.GiveVerdict(EffectivenessVerdict.Achieved, null, 0, new PersonId(person), Rights, Later);

        Assert.Equal(may, result.Ok);
        Assert.Equal(may, item.IsVerified);
        Assert.Equal(
            may ? null : "Only the owner, the helpers, the incident's lead and the facilitator can say whether it worked. Ask one of them.",
            result.Refusal?.Sentence);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public void Done_is_not_verified()
    {
        var item = Done();
        Assert.False(item.IsVerified);

        item.GiveVerdict(EffectivenessVerdict.Achieved, "ignored", 0, Ana, Rights, Later);

        Assert.Equal((true, Later, Ana, null), (item.IsVerified, item.VerdictAt, item.VerdictBy, item.VerdictReason));
    }

    [Fact]
    public void An_unfinished_action_gets_no_verdict() =>
        Assert.Equal(
            "The action isn't done yet, so no one can tell whether it worked.",
            Item().GiveVerdict(EffectivenessVerdict.Achieved, null, 0, Ana, Rights, Later).Refusal?.Sentence);

    [Theory]
    [InlineData("", "Say in one sentence what is still missing.")]
    [InlineData(
        "@ben has to look",
        "Leave out @ben. Write the role or the part of the system instead (\"the on-call engineer\", \"the deploy job\").")]
    [InlineData("Nobody is on call for that queue", null)]
    public void An_action_that_did_not_work_needs_a_sentence_without_names(string missing, string? refusal)
    {
        var result = Done().GiveVerdict(EffectivenessVerdict.DidNotWork, missing, 0, Ana, Rights, Later);

        Assert.Equal((refusal, refusal is null ? null : "missing"), (result.Refusal?.Sentence, result.Refusal?.Field));
    }

    [Theory]
    [InlineData(ActionLimits.Reason, true)]
    [InlineData(ActionLimits.Reason + 1, false)]
    public void The_sentence_about_a_failed_action_has_a_limit(int length, bool fits) =>
        Assert.Equal(fits, Done().GiveVerdict(EffectivenessVerdict.DidNotWork, new string('a', length), 0, Ana, Rights, Later).Ok);

    [Fact]
    public void The_same_answer_twice_counts_once()
    {
        var item = Done();
        item.GiveVerdict(EffectivenessVerdict.NotYet, null, 0, Ana, Rights, Later);

        Assert.True(item.GiveVerdict(EffectivenessVerdict.NotYet, null, 0, Ben, Rights, Later.AddDays(1)).Ok);

        Assert.Equal((Later, Ana, 1), (item.VerdictAt, item.VerdictBy, item.TimesJudged));
    }

    [Fact]
    public void An_answer_is_replaced_only_by_someone_who_has_seen_it()
    {
        var item = Done();
        item.GiveVerdict(EffectivenessVerdict.Achieved, null, 0, Ana, Rights, Later);

        Assert.Equal(
            "Someone has already answered. Answer again to replace that answer.",
            item.GiveVerdict(EffectivenessVerdict.NotYet, null, 0, Ben, Rights, Later).Refusal?.Sentence);
        Assert.Equal(EffectivenessVerdict.Achieved, item.Verdict);
        Assert.True(item.GiveVerdict(EffectivenessVerdict.DidNotWork, "No reader", 1, Ben, Rights, Later).Ok);
        Assert.Equal((EffectivenessVerdict.DidNotWork, "No reader", Ben), (item.Verdict, item.VerdictReason, item.VerdictBy));
    }

    [Fact]
    public void Reopening_an_action_clears_its_verdict()
    {
        var item = Done();
        item.GiveVerdict(EffectivenessVerdict.DidNotWork, "No reader", 0, Ana, Rights, Later);

        item.Reopen(Ana, Rights, Later);

        Assert.Equal(
            (null, null, null, null), ((object?)item.Verdict, item.VerdictReason, (object?)item.VerdictAt, (object?)item.VerdictBy));
    }

    private static ActionItem Done()
    {
        var item = Item();
        Assert.True(item.Complete(Ana, Rights, Utc("2026-03-20 09:00")).Ok);
        return item;
    }
}
