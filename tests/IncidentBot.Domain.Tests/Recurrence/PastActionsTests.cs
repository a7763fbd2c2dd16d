using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Recurrence;

namespace IncidentBot.Domain.Tests.Recurrence;

public sealed class PastActionsTests
{
    private static readonly DateTimeOffset Back = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait("Requirement", "R126")]
    [InlineData("", "No action was decided after the earlier incidents.")]
    [InlineData("open dropped", "None of the earlier actions was done (1 dropped, 1 open).")]
    [InlineData("done dropped", "1 of 2 earlier actions were not done (1 done, 1 dropped). 1 had no lasting effect.")]
    [InlineData("late open", "1 of 2 earlier actions were not done (1 done, 1 open).")]
    [InlineData("done", "The only earlier action was done, and the cause came back: the earlier analysis stopped too early.")]
    [InlineData("done late", "Both earlier actions were done, 1 of them before the cause came back.")]
    [InlineData("late late late", "All 3 earlier actions were done, but only after the cause came back.")]
    [InlineData("failed done", "Both earlier actions were done, and the cause came back: the earlier analysis stopped too early.")]
    public void They_were_undone_or_done_and_ineffective(string actions, string sentence) =>
        Assert.Equal(sentence, PastActions.Of(actions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of), Back).Sentence);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void An_action_that_was_done_before_the_cause_came_back_did_not_prevent_it(int seconds, int ineffective)
    {
        var actions = PastActions.Of([new PastAction(ActionState.Done, null, Back.AddSeconds(seconds))], Back);

        Assert.Equal(ineffective, actions.Ineffective);
        Assert.Equal(ineffective == 1, actions.StoppedTooEarly);
    }

    private static PastAction Of(string word) => word switch
    {
        "done" => new(ActionState.Done, null, Back.AddDays(-1)),
        "late" => new(ActionState.Done, EffectivenessVerdict.NotYet, Back.AddDays(1)),
        "failed" => new(ActionState.Done, EffectivenessVerdict.DidNotWork, Back.AddDays(1)),
        "dropped" => new(ActionState.Dropped, null, Back.AddDays(-1)),
        _ => new(ActionState.Blocked, null, null),
    };
}
