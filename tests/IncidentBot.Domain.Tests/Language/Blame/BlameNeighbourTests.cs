using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>Kinds of sentences from published write-ups that are no blame, each beside the blame that it resembles.</summary>
public sealed class BlameNeighbourTests
{
    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "We took the faulty switch out of rotation")]
    [InlineData(BlameField.Factor, "The network team took the failing router out of the pool at 09:12")]
    [InlineData(BlameField.Learning, "Our responders took two unhealthy replicas offline, which moved the load to the third")]
    [InlineData(BlameField.Cause, "The on-call engineer took the corrupted node down to stop the replication")]
    [InlineData(BlameField.Factor, "The datacentre staff took the overheated rack out for repair")]
    [InlineData(BlameField.Cause, "The error from the support service was not retried")]
    [InlineData(BlameField.Factor, "An error from the finance platform was cached for an hour")]
    [InlineData(BlameField.Cause, "The failure of the engineering database left the queue without a consumer")]
    [InlineData(BlameField.Learning, "Errors from our vendor's API are not part of the dashboard")]
    [InlineData(BlameField.Cause, "Our fault detection needs two missed heartbeats")]
    public void A_broken_part_taken_away_and_the_error_of_a_service_are_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("human-error", BlameField.Cause, "The contractor took the whole site down with one command")]
    [InlineData("human-error", BlameField.Factor, "The new admin knocked the storage network out")]
    [InlineData("human-error", BlameField.Cause, "An error from the operations team")]
    [InlineData("human-error", BlameField.Cause, "The outage was due to human error")]
    public void Taking_a_service_down_and_the_error_of_a_person_are_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "The slowdown was caused by a marketing campaign that tripled the load")]
    [InlineData(BlameField.Cause, "The restart loop was caused by an operations script with an old path")]
    [InlineData(BlameField.Cause, "Timeouts were caused by a finance report without an index")]
    [InlineData(BlameField.Cause, "The outage was caused by a traffic spike")]
    [InlineData(BlameField.Factor, "The lock was triggered by a support tool that reads every row")]
    [InlineData(BlameField.Cause, "Our engineers determined that a deployment caused the spike in latency")]
    [InlineData(BlameField.Factor, "The team has concluded that a schema migration broke the export")]
    public void What_a_system_caused_is_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("human-error", BlameField.Cause, "The outage was caused by the operations team")]
    [InlineData("human-error", BlameField.Cause, "The slowdown was caused by marketing")]
    [InlineData("human-error", BlameField.Cause, "We determined that an engineer broke the export")]
    [InlineData("stopped-early", BlameField.Cause, "The technician deleted the production database by accident")]
    public void What_a_person_caused_is_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Learning, "We did not detect the loss of packets for 40 minutes")]
    [InlineData(BlameField.Learning, "Our team did not observe an increase in errors after the first stage")]
    [InlineData(BlameField.Cause, "In this case we did not detect the full disk")]
    [InlineData(BlameField.Cause, "We did not initially observe a change in the error rate")]
    [InlineData(BlameField.Factor, "The storage team did not observe any lag in staging")]
    [InlineData(BlameField.Learning, "The engineering team did not encounter the defect in its load tests")]
    [InlineData(BlameField.Learning, "We failed to detect the leak through testing")]
    [InlineData(BlameField.Learning, "We didn't experience this failure mode in earlier tests")]
    public void What_no_one_could_see_yet_is_not_a_chain_that_stopped_early(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("stopped-early", BlameField.Learning, "We did not check the second region")]
    [InlineData("stopped-early", BlameField.Cause, "The operator did not observe the change procedure")]
    [InlineData("stopped-early", BlameField.Factor, "The team did not observe the change procedure")]
    [InlineData("stopped-early", BlameField.Cause, "The reviewer did not detect the missing index")]
    [InlineData("omission", BlameField.Cause, "The on-call engineer failed to detect the leak")]
    public void What_a_person_did_not_check_is_a_chain_that_stopped_early(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Learning, "The crew had to bring the generators online manually")]
    [InlineData(BlameField.Cause, "Technicians on site could bring the generators online manually")]
    [InlineData(BlameField.Factor, "Facilities staff were able to bring the pumps back online manually after 40 minutes")]
    [InlineData(BlameField.Cause, "The facility team brought the chillers up manually")]
    [InlineData(BlameField.Learning, "Our engineers brought the standby database online manually")]
    [InlineData(BlameField.Action, "Bring the generators online manually if the transfer switch fails twice")]
    public void A_step_by_hand_is_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("omission", BlameField.Cause, "The operator forgot to bring the generators online manually")]
    [InlineData("stopped-early", BlameField.Cause, "The crew did not bring the generators online manually")]
    [InlineData("counterfactual", BlameField.Cause, "The technician should have brought the generators online manually")]
    public void A_step_by_hand_that_someone_left_out_is_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Learning, "Timeouts can be set more thoughtfully")]
    [InlineData(BlameField.Action, "Choose the retry limits of the client more thoughtfully, by queue")]
    [InlineData(BlameField.Learning, "Backoff should be designed more thoughtfully than a fixed delay")]
    [InlineData(BlameField.Action, "Place replicas more thoughtfully across zones")]
    [InlineData(BlameField.Learning, "The scheduler rebalances more often than the lease allows")]
    [InlineData(BlameField.Action, "Roll out flags more slowly, one region per hour")]
    [InlineData(BlameField.Action, "Add an alert to warn on-call engineers about a growing queue")]
    [InlineData(BlameField.Action, "Build a dashboard that will warn engineers about stale replicas")]
    [InlineData(BlameField.Action, "Have the pipeline warn developers about a migration that locks a table")]
    [InlineData(BlameField.Action, "The deploy job should warn the team about missing rollbacks")]
    [InlineData(BlameField.Learning, "Our monitors now warn on-call engineers about disks above 80 %")]
    [InlineData(BlameField.Action, "Extend the linter so it can warn reviewers about missing indexes")]
    [InlineData(BlameField.Action, "Warn on-call engineers about replication lag when it exceeds 5 minutes")]
    public void A_design_and_an_automatic_warning_are_not_memos(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("memo-action", BlameField.Action, "Read the diff more thoughtfully")]
    [InlineData("memo-action", BlameField.Learning, "Engineers should work more thoughtfully")]
    [InlineData("memo-action", BlameField.Action, "Check the dashboards more often")]
    [InlineData("memo-action", BlameField.Action, "Warn on-call engineers about the risk of manual restarts")]
    [InlineData("memo-action", BlameField.Action, "Warn developers to read the runbook before a deploy")]
    [InlineData("memo-action", BlameField.Action, "Tell the team about the new rule in the standup")]
    public void A_request_to_be_careful_and_a_warning_by_hand_are_memos(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "The API call would have returned 404 under the old version")]
    [InlineData(BlameField.Factor, "A ping would have returned normally while the port was blocked")]
    [InlineData(BlameField.Cause, "A question mark in the path would have returned the index page")]
    [InlineData(BlameField.Learning, "A call to the replica would have returned the old price")]
    [InlineData(BlameField.Factor, "Restarting the node would have returned the lease to the pool")]
    [InlineData(BlameField.Cause, "A health check call would have failed only after three minutes")]
    public void What_a_request_would_have_returned_is_no_counterfactual(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("counterfactual", BlameField.Cause, "A quick look would have shown the missing index")]
    [InlineData("counterfactual", BlameField.Cause, "A call to the vendor would have prevented this")]
    [InlineData("counterfactual", BlameField.Cause, "Reading the runbook would have avoided the outage")]
    [InlineData("counterfactual", BlameField.Learning, "We should have posted sooner")]
    public void What_a_look_would_have_shown_is_a_counterfactual(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Cause, "A client entered an invalid state after the reconnect")]
    [InlineData(BlameField.Cause, "Some clients entered a bad state and kept their old lease")]
    [InlineData(BlameField.Factor, "The client entered no further requests into the log")]
    [InlineData(BlameField.Cause, "The bad client entered a retry loop")]
    [InlineData(BlameField.Cause, "A stale controller entered an invalid state")]
    [InlineData(BlameField.Cause, "The agent entered a blind loop")]
    public void A_state_that_a_program_entered_is_no_judgement(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("judgement", BlameField.Cause, "A careless operator entered the wrong amount")]
    [InlineData("judgement", BlameField.Cause, "An inexperienced clerk entered a wrong price")]
    [InlineData("judgement", BlameField.Cause, "It never entered the engineer's mind to check")]
    public void A_judgement_of_who_entered_something_is_found(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData(BlameField.Learning, "We did not notice the drop in sign-ups, as no alert watches that number")]
    [InlineData(BlameField.Factor, "The team did not see the growing queue as the dashboard shows an average")]
    [InlineData(BlameField.Cause, "The operator did not check the region, as there was no field for it")]
    [InlineData(BlameField.Cause, "The service neglects the time to live of the record")]
    [InlineData(BlameField.Summary, "You rely on us, and this time we let you down")]
    [InlineData(BlameField.Factor, "The second alert let us down too")]
    [InlineData(BlameField.Factor, "No one had noticed the muted alert, because the list leaves it out")]
    [InlineData(BlameField.Learning, "We underestimated how long an empty cache takes to fill")]
    public void A_chain_that_goes_on_a_careless_program_and_an_apology_are_not_blame(BlameField field, string text) =>
        Assert.Empty(BlameCheck.Find(text, field, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("stopped-early", BlameField.Cause, "The operator did not check the region as the runbook says")]
    [InlineData("stopped-early", BlameField.Factor, "The reviewer did not detect the missing index as he was tired")]
    [InlineData("stopped-early", BlameField.Learning, "The operator accidentally dropped the table")]
    [InlineData("stopped-early", BlameField.Factor, "An administrator deleted the whole production database by accident")]
    [InlineData("stopped-early", BlameField.Factor, "No one had checked the second region")]
    [InlineData("stopped-early", BlameField.Cause, "The architect underestimated the load")]
    [InlineData("omission", BlameField.Cause, "The administrator neglects the backups")]
    [InlineData("judgement", BlameField.Summary, "The night shift let the team down")]
    public void A_chain_that_ends_with_a_person_is_blame(string rule, BlameField field, string text) =>
        Assert.Equal(rule, BlameCheck.Find(text, field, PeoplePresent.None)[0].Rule);

    [Theory]
    [Trait("Requirement", "R4")]
    [InlineData("Make sure this never happens again")]
    [InlineData("Ensure that it does not happen again")]
    [InlineData("Prevent this from happening in the future")]
    [InlineData("Make sure it cannot happen again")]
    [InlineData("Stop it from recurring")]
    public void A_wish_that_it_never_happens_again_is_no_action(string text) =>
        Assert.NotEmpty(BlameCheck.Find(text, BlameField.Action, PeoplePresent.None));

    [Theory]
    [Trait("Requirement", "R6")]
    [InlineData("Make sure a second deploy never starts while one is running")]
    [InlineData("Stop the import from repeating rows that it has committed")]
    [InlineData("Prevent a deploy from happening while a migration runs")]
    public void A_state_that_a_change_makes_impossible_is_an_action(string text) =>
        Assert.Empty(BlameCheck.Find(text, BlameField.Action, PeoplePresent.None));
}
