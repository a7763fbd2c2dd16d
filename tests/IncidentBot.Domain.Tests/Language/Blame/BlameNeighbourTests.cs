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
}
