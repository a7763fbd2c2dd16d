using IncidentBot.Domain.ActionItems;
using static IncidentBot.Domain.Tests.ActionItems.Examples;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class ActionBudgetTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void The_limit_is_from_one_to_five(int max, bool ok)
    {
        var thrown = Record.Exception(() => new ActionBudget(max));

        Assert.Equal(ok, thrown is null);
    }

    [Fact]
    [Trait("Requirement", "D1")]
    public void A_fourth_action_is_parked_and_the_best_ranked_idea_replaces_a_dropped_one()
    {
        var budget = new ActionBudget();
        ActionItem[] items = [Item(), Item(), Item()];
        Assert.Null(budget.WhyParked(Draft(), items[..2]));
        Assert.Equal(ParkReason.OverBudget, budget.WhyParked(Draft(), items));
        ActionIdea[] ideas = [Parked(null), Parked(2), Parked(1)];
        Assert.Null(budget.NextToPromote(ideas, items));

        items[0].Complete(Ana, Rights, Created);
        Assert.Null(budget.NextToPromote(ideas, items));
        items[1].Drop("solved by the vendor", Ana, Rights, Created);

        Assert.Same(ideas[2], budget.NextToPromote(ideas, items));
    }

    [Fact]
    public void An_action_that_did_not_work_leaves_its_place_to_the_one_that_replaces_it()
    {
        var budget = new ActionBudget();
        ActionItem[] items = [Item(), Item(), Item()];
        items[0].Complete(Ana, Rights, Created);
        Assert.Equal(ParkReason.OverBudget, budget.WhyParked(Draft(), items));

        Assert.True(items[0].GiveVerdict(EffectivenessVerdict.DidNotWork, "No reader", 0, Ana, Rights, Created).Ok);

        Assert.Null(budget.WhyParked(Draft(), items));
        Assert.Equal(ParkReason.OverBudget, budget.WhyParked(Draft(), [.. items, Item()]));
    }

    [Fact]
    public void Without_owner_or_date_an_action_is_parked_even_when_there_is_room()
    {
        Assert.Equal(ParkReason.NoOwner, new ActionBudget().WhyParked(Draft() with { Owner = null }, []));
        Assert.Equal(ParkReason.NoDate, new ActionBudget().WhyParked(Draft() with { DueDate = null }, []));
    }

    [Theory]
    [InlineData(ParkReason.NoOwner, "Parked: no owner yet. What belongs to everyone is done by no one.")]
    [InlineData(ParkReason.NoDate, "Parked: no due date yet.")]
    [InlineData(
        ParkReason.OverBudget,
        "Parked: the limit of 3 is reached. A long list hides the few that matter, and most of it is never done. "
            + "Drop an action item to make room.")]
    public void The_sentence_says_why_it_is_parked_and_what_harm_that_keeps_away(ParkReason reason, string expected) =>
        Assert.Equal(expected, new ActionBudget(3).Sentence(reason));

    [Fact]
    public void An_idea_that_became_an_action_item_is_never_parked()
    {
        var idea = Parked(1);
        var id = Guid.NewGuid();
        idea.Promote(id);
        var version = idea.Version;

        idea.Park(ParkReason.NoOwner);
        idea.Discard();

        Assert.Equal((IdeaState.Promoted, id, version), (idea.State, idea.ActionItemId, idea.Version));
    }

    [Fact]
    public void A_message_that_is_too_long_for_an_idea_is_cut()
    {
        var idea = ActionIdea.Collect(Guid.NewGuid(), 12, new ActionDraft(new string('x', 301)), "C1:1.2", Ana, Created).Value;

        Assert.Equal((ActionLimits.Text, '…'), (idea?.Text.Length, idea?.Text[^1]));
        Assert.False(ActionIdea.Collect(Guid.NewGuid(), 12, new ActionDraft(" "), null, Ana, Created).Ok);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Everyone_has_three_votes(int votes, bool ok)
    {
        ActionIdea[] ideas = [Parked(null), Parked(null), Parked(null), Parked(null)];

        Assert.Equal(ok, ActionIdea.Vote(ideas, [.. ideas.Take(votes).Select(idea => idea.Id)], Ana).Ok);

        Assert.Equal(ok ? votes : 0, ideas.Sum(idea => idea.Voters.Count));
    }

    private static ActionIdea Parked(int? rank)
    {
        var idea = ActionIdea.Collect(Guid.NewGuid(), 12, Draft() with { Rank = rank }, null, Ana, Created).Value
            ?? throw new InvalidOperationException("The example was refused.");
        idea.Park(ParkReason.OverBudget);
        return idea;
    }
}
