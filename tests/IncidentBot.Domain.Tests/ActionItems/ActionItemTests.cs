using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.ActionItems.Examples;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class ActionItemTests
{
    // 23:00 UTC on the 1st is already the 2nd in Berlin.
    [Theory]
    [InlineData("2026-03-01 22:59", "2026-03-01", true)]
    [InlineData("2026-03-01 23:00", "2026-03-01", false)]
    [InlineData("2026-03-01 23:00", "2026-03-02", true)]
    [InlineData("2026-03-01 23:00", "2028-03-02", true)]
    [InlineData("2026-03-01 23:00", "2028-03-03", false)]
    public void A_due_date_is_today_or_later_where_the_owner_lives(string now, string due, bool ok)
    {
        var result = Draft(due).Check(metricRequired: false, Utc(now));

        Assert.Equal(ok ? null : "due", result.Refusal?.Field);
    }

    [Fact]
    public void Text_owner_date_metric_and_ticket_are_checked_in_this_order()
    {
        var draft = new ActionDraft(" ");
        Assert.Equal("text", draft.Check(true, Created).Refusal?.Field);
        draft = draft with { Text = "Alert" };
        Assert.Equal("owner", draft.Check(true, Created).Refusal?.Field);
        draft = draft with { Owner = AnaInBerlin with { IsActivePerson = false } };
        Assert.Equal("due", draft.Check(true, Created).Refusal?.Field);
        draft = draft with { DueDate = Day("2026-03-27") };
        Assert.Equal("owner", draft.Check(true, Created).Refusal?.Field);
        draft = draft with { Owner = AnaInBerlin };
        Assert.Equal("metric", draft.Check(true, Created).Refusal?.Field);
        draft = draft with { SuccessMetric = "Pages within 5 minutes", TicketLink = "OPS-12" };
        Assert.Equal("ticket", draft.Check(true, Created).Refusal?.Field);
        Assert.True((draft with { TicketLink = "https://tracker.example.com/OPS-12" }).Check(true, Created).Ok);
    }

    [Theory]
    [Trait("Requirement", "D22")]
    [InlineData(Severity.Sev1, true)]
    [InlineData(Severity.Sev2, true)]
    [InlineData(Severity.Sev3, false)]
    [InlineData(Severity.Sev4, false)]
    public void The_two_worst_severities_ask_for_a_success_metric(Severity severity, bool needed) =>
        Assert.Equal(needed, ActionLimits.NeedsMetric(severity));

    [Fact]
    [Trait("Requirement", "R133")]
    public void One_person_owns_an_action_item_and_others_help()
    {
        var item = ActionItem.Create(
            Guid.NewGuid(), 12, Draft() with { Helpers = [Ana, Ben, Ben] }, metricRequired: false, Lead, Created).Value!;

        Assert.Equal(Ana, item.Owner);
        Assert.Equal([Ben], item.Helpers);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_text_has_a_limit(int length, bool ok) =>
        Assert.Equal(ok, (Draft() with { Text = new string('x', length) }).Check(false, Created).Ok);

    [Theory]
    [InlineData("U0ANA", true, true)]
    [InlineData("U0BEN", true, false)]
    [InlineData("U0LEAD", true, true)]
    [InlineData("U0GUIDE", true, true)]
    [InlineData("U0OTHER", false, false)]
    public void Who_may_change_an_items_state_and_who_may_reassign_it(string person, bool mayComplete, bool mayReassign)
    {
        var by = new PersonId(person);
        var newOwner = new ActionOwner(new PersonId("U0NEW"), "Asia/Tokyo");

        Assert.Equal(mayReassign, Item().Reassign(newOwner, by, Rights, Created).Ok);
        Assert.Equal(mayComplete, Item().Complete(by, Rights, Created).Ok);
        Assert.Equal(mayComplete, Item().Snooze(SnoozeLength.OneDay, by, Rights, Created).Ok);
        Assert.Equal(mayComplete, Item().NewDate(Day("2026-04-01"), "vendor", by, Rights, Created).Ok);
    }

    [Fact]
    public void Someone_without_the_right_changes_nothing()
    {
        var item = Item();
        var version = item.Version;

        Assert.False(item.Drop("no", Stranger, Rights, Created).Ok);
        Assert.False(item.Accept(Lead, Created).Ok);
        Assert.False(item.ProposeDate(Day("2026-04-01"), "later", Ben, Created).Ok);

        Assert.Equal((version, ActionState.Open), (item.Version, item.State));
    }

    [Fact]
    public void Repeating_a_step_changes_nothing()
    {
        var item = Item();
        item.Accept(Ana, Created);
        item.Start(Ana, Rights, Created);
        item.Start(Ana, Rights, Created);
        item.Block("vendor", Ana, Rights, Created);
        item.Block(" vendor ", Ana, Rights, Created);
        item.Snooze(SnoozeLength.OneWeek, Ana, Rights, Created);
        item.Snooze(SnoozeLength.OneWeek, Ana, Rights, Created.AddMinutes(1));
        item.Complete(Ana, Rights, Created);

        Assert.True(item.Complete(Ana, Rights, Created.AddHours(1)).Ok);

        Assert.Equal(
            ["created for U0ANA, due 2026-03-27", "accepted", "in progress", "blocked: vendor", "snoozed until 2026-03-09", "done"],
            item.History.Select(change => change.What));
        Assert.Equal((6, Created), (item.Version, item.ClosedAt));
    }

    [Fact]
    public void A_closed_item_cannot_be_changed_until_it_is_reopened()
    {
        var item = Item();
        item.Complete(Ana, Rights, Created);
        Assert.False(item.Start(Ana, Rights, Created).Ok);
        Assert.False(item.Drop("no", Ana, Rights, Created).Ok);
        Assert.False(item.Accept(Ana, Created).Ok);
        Assert.False(item.Reopen(Stranger, Rights, Created).Ok);

        Assert.True(item.Reopen(Ana, Rights, Created).Ok);

        Assert.Equal((ActionState.Open, null, null), (item.State, item.ClosedAt, item.ClosedBy));
    }

    [Fact]
    public void Blocking_dropping_and_changing_the_date_need_a_reason()
    {
        Assert.Equal("reason", Item().Block(" ", Ana, Rights, Created).Refusal?.Field);
        Assert.Equal("reason", Item().Drop("", Ana, Rights, Created).Refusal?.Field);
        Assert.Equal("reason", Item().NewDate(Day("2026-04-01"), "", Ana, Rights, Created).Refusal?.Field);
        Assert.Equal("due", Item().NewDate(Day("2026-03-01"), "why", Ana, Rights, Created).Refusal?.Field);
    }

    [Fact]
    public void Agreeing_to_a_proposed_date_sets_the_due_date_and_accepts_the_item()
    {
        var item = Item(accepted: false);
        item.ProposeDate(Day("2026-04-10"), "on leave", Ana, Created);
        Assert.False(item.AcceptProposal(Ana, Rights, Created).Ok);

        Assert.True(item.AcceptProposal(Facilitator, Rights, Created.AddHours(1)).Ok);

        Assert.Equal((Day("2026-04-10"), null), (item.DueDate, item.ProposedDate));
        Assert.Equal(Created.AddHours(1), item.AcceptedAt);
    }

    [Fact]
    public void A_rejected_proposal_keeps_the_due_date()
    {
        var item = Item(accepted: false);
        item.ProposeDate(Day("2026-04-10"), "on leave", Ana, Created);

        Assert.True(item.KeepDate(Lead, Rights, Created).Ok);

        Assert.Equal((Day("2026-03-27"), null), (item.DueDate, item.AcceptedAt));
    }

    [Fact]
    public void A_declined_item_needs_a_new_owner_who_is_asked_in_their_own_time_zone()
    {
        var item = Item();
        item.Start(Ana, Rights, Created);
        item.Decline(Ana, Created);
        Assert.True(item.NeedsOwner);

        item.Reassign(new ActionOwner(Ben, "America/New_York"), Lead, Rights, Created.AddHours(1));

        Assert.False(item.NeedsOwner);
        Assert.Equal((Ben, "America/New_York", ActionState.Open), (item.Owner, item.DueZone, item.State));
        Assert.Null(item.AcceptedAt);
        Assert.Empty(item.Helpers);
    }

    [Fact]
    public void An_owner_who_declined_can_still_accept()
    {
        var item = Item();
        item.Decline(Ana, Created);

        item.Accept(Ana, Created.AddHours(1));

        Assert.Equal((false, Created.AddHours(1)), (item.NeedsOwner, item.AcceptedAt));
    }

    [Fact]
    public void An_owner_accepts_an_item_by_working_on_it_and_a_helper_does_not_accept_for_them()
    {
        var item = Item(accepted: false);
        item.Start(Ben, Rights, Created);
        Assert.Null(item.AcceptedAt);

        item.Block("vendor", Ana, Rights, Created);

        Assert.Equal(Created, item.AcceptedAt);
    }

    [Fact]
    public void The_items_of_someone_who_left_go_to_the_lead()
    {
        var item = Item();

        item.HandOver(new ActionOwner(Lead, "Europe/Lisbon"), Created);
        item.HandOver(new ActionOwner(Lead, "Europe/Lisbon"), Created);

        Assert.Equal("reassigned to U0LEAD: the account of U0ANA is deactivated", item.History[^1].What);
        Assert.Equal(3, item.Version);
    }
}
