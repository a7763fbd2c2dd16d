using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Sentences that each rule flags, and similar ones that it must not flag.</summary>
public sealed class BlameRuleTests
{
    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("counterfactual", BlameField.Cause, "The on-call engineer should have drained the node first")]
    [InlineData("counterfactual", BlameField.Summary, "They should have known better")]
    [InlineData("counterfactual", BlameField.Timeline, "11:00 we could've rolled back here")]
    [InlineData("counterfactual", BlameField.Factor, "If only the operator had waited for the sync")]
    [InlineData("counterfactual", BlameField.Summary, "This was avoidable had the runbook been read")]
    [InlineData("counterfactual", BlameField.Cause, "The mobile team was supposed to bump the version but did not")]
    [InlineData("omission", BlameField.Timeline, "QA neglected to run the regression pack")]
    [InlineData("omission", BlameField.Cause, "somebody forgot the second region")]
    [InlineData("judgement", BlameField.Factor, "A careless change of the tax table")]
    [InlineData("judgement", BlameField.Timeline, "12:00 a rookie mistake in the ingress config")]
    [InlineData("judgement", BlameField.Cause, "lack of discipline in the release process")]
    [InlineData("human-error", BlameField.Cause, "Human error during the failover.")]
    [InlineData("human-error", BlameField.Summary, "It was the contractor's fault that the tables were emptied")]
    [InlineData("human-error", BlameField.Cause, "An operator fat-fingered the VLAN id.")]
    [InlineData("second-person", BlameField.Timeline, "you broke the login page again")]
    [InlineData("second-person", BlameField.Summary, "Your change took down the payment gateway")]
    [InlineData("rhetorical-question", BlameField.Factor, "why would anybody run a vacuum at noon?")]
    [InlineData("stopped-early", BlameField.Cause, "because the developer didn't check the index")]
    [InlineData("stopped-early", BlameField.Factor, "nobody read the docs")]
    [InlineData("stopped-early", BlameField.Cause, "The reviewer overlooked the missing WHERE clause")]
    [InlineData("memo-action", BlameField.Action, "Remind everybody to rotate their keys")]
    [InlineData("memo-action", BlameField.Learning, "People need to be more careful with credentials")]
    [InlineData("vague-action", BlameField.Action, "Improve our communication process")]
    [InlineData("vague-action", BlameField.Action, "The team will think about adding tests")]
    [InlineData("counterfactual", BlameField.Timeline, "02:10 the night operator could at least have rung the vendor")]
    [InlineData("counterfactual", BlameField.Summary, "Had the feed been checked by the planner, no order would have been lost")]
    [InlineData("omission", BlameField.Timeline, "07:45 the DBA forgot, again, to disable the trigger")]
    [InlineData("stopped-early", BlameField.Cause, "Not one of the four reviewers opened the diff")]
    [InlineData("stopped-early", BlameField.Factor, "The archivist mislabelled the tapes")]
    [InlineData("stopped-early", BlameField.Cause, "The brewer didn't calibrate the probe")]
    [InlineData("stopped-early", BlameField.Factor, "Second-level support closed the ticket without reading it")]
    [InlineData("human-error", BlameField.Summary, "A textbook case of human error")]
    [InlineData("human-error", BlameField.Cause, "The root cause is the backend team")]
    [InlineData("judgement", BlameField.Factor, "The lead of the shift was told and kept quiet")]
    [InlineData("judgement", BlameField.Cause, "The operator disabled the interlock out of convenience")]
    [InlineData("judgement", BlameField.Factor, "It never crossed anyone's mind to ask the pharmacy")]
    [InlineData("memo-action", BlameField.Action, "Ask ppl to please read the channel")]
    [InlineData("memo-action", BlameField.Action, "Devs: please test before merging")]
    [InlineData("vague-action", BlameField.Action, "Increase test coverage")]
    public void Each_rule_finds_its_kind_of_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, Assert.Single(BlameCheck.Find(text, field, PeoplePresent.None)).Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "The alert should have fired after 5 minutes but its window was 60")]
    [InlineData(BlameField.Cause, "The health check failed to notice that the process had stopped")]
    [InlineData(BlameField.Cause, "The job forgot its lock after the restart")]
    [InlineData(BlameField.Factor, "The on-call engineer could not have known that the replica lagged")]
    [InlineData(BlameField.Factor, "It was assumed that the queue would drain overnight")]
    [InlineData(BlameField.Cause, "lazy loading of the bundle raced with the first render")]
    [InlineData(BlameField.Factor, "Fault tolerance was configured for one lost rack")]
    [InlineData(BlameField.Cause, "The deploy tool did not check the schema version")]
    [InlineData(BlameField.Factor, "Nobody was paged, since the rule named the old cluster")]
    [InlineData(BlameField.Learning, "the page that tells you the queue depth is cached for a minute")]
    [InlineData(BlameField.Learning, "Alerts should page within five minutes")]
    [InlineData(BlameField.Action, "Improve p99 of checkout from 900 ms to 300 ms")]
    [InlineData(BlameField.Action, "Review the 14 stale alert rules and delete those without an owner")]
    [InlineData(BlameField.Action, "Add a review step to the deploy job")]
    [InlineData(BlameField.Action, "Delete the \"human error\" page template")]
    [InlineData(BlameField.Action, "Retrain the fraud model on data after the price change")]
    [InlineData(BlameField.Cause, "The package manager failed to resolve the second version")]
    [InlineData(BlameField.Cause, "The cluster operator never noticed the missing label")]
    [InlineData(BlameField.Factor, "Nobody could have guessed that from the alert")]
    [InlineData(BlameField.Factor, "The job hid the error by returning zero")]
    [InlineData(BlameField.Factor, "A medical negligence archive shares the tape library")]
    [InlineData(BlameField.Learning, "Two queues work better than one")]
    [InlineData(BlameField.Action, "Remind owners by a bot 30 days before expiry")]
    [InlineData(BlameField.Action, "Increase the heap to 8 GB")]
    public void The_same_words_about_a_system_are_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R71")]
    [InlineData("Priya rolled back release 812")]
    [InlineData("The on-call engineer did not see the page until 03:40")]
    [InlineData("10:45 an engineer ran the script with --force")]
    [InlineData("Log says: user error 1045")]
    [InlineData("The customer writes: you broke my order")]
    public void The_timeline_may_state_human_actions_as_facts(string text) =>
        Assert.Empty(BlameCheck.Find(text, BlameField.Timeline, PeoplePresent.From(["Priya Nair"])));

    [Fact]
    [Trait("Requirement", "R61")]
    public void A_fact_for_the_timeline_is_too_early_to_stop_in_a_cause()
    {
        const string text = "The reviewer did not read the release notes";

        Assert.Empty(BlameCheck.Find(text, BlameField.Timeline, PeoplePresent.None));
        Assert.Equal("stopped-early", Assert.Single(BlameCheck.Find(text, BlameField.Cause, PeoplePresent.None)).Rule);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("?!")]
    [InlineData("\"")]
    public void An_empty_text_is_not_blame(string? text) => Assert.Empty(BlameCheck.Find(text, BlameField.Cause, PeoplePresent.None));
}
