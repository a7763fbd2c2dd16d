using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Meetings;

public sealed class SlotProposalsTests
{
    private static readonly SlotRules Rules = new(WorkCalendar.WithoutHolidays);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // 2026-03-02 is a Monday; Berlin is one hour ahead of UTC.
    [Fact]
    public void With_everyone_in_one_zone_three_times_in_core_hours_are_proposed()
    {
        var slots = Propose("2026-03-02 14:00", "2026-03-04 14:00", ["Europe/Berlin", "Europe/Berlin", "Europe/Berlin"]);

        Assert.Equal(["2026-03-03 09:00", "2026-03-03 12:00", "2026-03-04 09:00"], slots.Select(slot => Text(slot.Start)));
        Assert.All(slots, slot => Assert.Equal((SlotFit.Everyone, "core hours for everyone"), (slot.Fit, slot.Reason)));
    }

    [Theory]
    [InlineData("2026-03-03 08:00", "2026-03-03 09:00")]
    [InlineData("2026-03-03 08:01", "2026-03-03 09:30")]
    [InlineData("2026-03-03 09:00", "2026-03-03 10:00")]
    public void A_time_that_someone_declined_is_not_proposed_again(string declined, string first)
    {
        var attendees = new[] { new Attendee(new PersonId("U1"), "Europe/Berlin", AttendeeRole.Facilitator) };

        var slots = SlotProposals.For(
            attendees, Rules with { Declined = [Utc(declined)] }, Utc("2026-03-02 14:00"), Utc("2026-03-04 14:00"), Hour);

        Assert.Equal((first, 3), (Text(slots[0].Start), slots.Count));
    }

    [Theory]
    [InlineData("2026-03-03 10:00", SlotFit.Everyone)]
    [InlineData("2026-03-03 09:59", SlotFit.Daytime)]
    [InlineData("2026-03-03 08:59", SlotFit.Late)]
    public void A_meeting_is_before_the_deadline_when_it_ends_by_then(string deadline, SlotFit fit) =>
        Assert.Equal(fit, Propose("2026-03-02 20:00", deadline, ["Europe/Berlin"])[0].Fit);

    [Theory]
    [InlineData("2026-03-03 05:00", "2026-03-03 09:00")]
    [InlineData("2026-03-03 05:01", "2026-03-03 09:30")]
    public void Proposals_leave_four_hours_to_prepare(string now, string first) =>
        Assert.Equal(first, Text(Propose(now, "2026-03-10 05:00", ["Europe/Berlin"])[0].Start));

    [Fact]
    public void Without_common_core_hours_those_of_lead_facilitator_and_most_others_come_first()
    {
        var slots = Propose("2026-03-02 14:00", "2026-03-09 14:00", ["Europe/Berlin", "Europe/Lisbon", "Asia/Tokyo", "Europe/Berlin"]);

        Assert.Equal(SlotFit.LeadAndFacilitator, slots[0].Fit);
        Assert.Equal("outside core hours for 1 of 4 people", slots[0].Reason);
        Assert.Equal("2026-03-03 10:00", Text(slots[0].Start));
    }

    [Fact]
    public void Without_common_core_hours_for_lead_and_facilitator_daytime_is_proposed()
    {
        // Core hours of Berlin end when those of New York begin.
        var slots = Propose("2026-03-02 14:00", "2026-03-04 20:00", ["Europe/Berlin", "America/New_York"]);

        Assert.Equal(SlotFit.Daytime, slots[0].Fit);
        Assert.Equal("2026-03-03 14:00", Text(slots[0].Start));
        Assert.Equal("daytime (09:00-19:00) for everyone", slots[0].Reason);
    }

    [Fact]
    public void The_longest_reason_fits_into_a_menu()
    {
        var slots = Propose(
            "2026-03-03 20:00", "2026-03-03 14:00", ["Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo"]);

        Assert.Equal("after the deadline; daytime (09:00-19:00) for all but 3 of 5 people", slots[0].Reason);
        Assert.All(slots, slot => Assert.InRange(slot.Reason.Length, 1, 75));
    }

    [Fact]
    public void Without_a_time_before_the_deadline_the_first_core_hours_after_it_are_proposed_as_late()
    {
        var slots = Propose("2026-03-06 19:00", "2026-03-08 19:00", ["Europe/Berlin", "Europe/Berlin"]);

        Assert.Equal(["2026-03-09 09:00", "2026-03-09 12:00", "2026-03-10 09:00"], slots.Select(slot => Text(slot.Start)));
        Assert.All(slots, slot => Assert.Equal(SlotFit.Late, slot.Fit));
        Assert.Equal("after the deadline; core hours for everyone", slots[0].Reason);
    }

    [Fact]
    public void After_the_deadline_every_proposal_is_late() =>
        Assert.All(Propose("2026-03-10 08:00", "2026-03-04 14:00", ["Europe/Berlin"]), slot => Assert.Equal(SlotFit.Late, slot.Fit));

    // Friday 2026-03-06: with four hours to prepare, the first start is 14:30 or 15:00 in Berlin.
    [Theory]
    [InlineData("2026-03-06 09:30", "2026-03-10 09:30", "2026-03-06 13:30")]
    [InlineData("2026-03-06 10:00", "2026-03-10 10:00", "2026-03-09 09:00")]
    [InlineData("2026-03-06 10:00", "2026-03-08 10:00", "2026-03-06 14:00")]
    public void Friday_from_three_is_proposed_only_without_another_time_before_the_deadline(string now, string deadline, string first) =>
        Assert.Equal(first, Text(Propose(now, deadline, ["Europe/Berlin"])[0].Start));

    [Fact]
    public void Holidays_are_not_proposed()
    {
        var rules = new SlotRules(new WorkCalendar([Day("2026-03-03")]));

        var slots = SlotProposals.For(People(["Europe/Berlin"]), rules, Utc("2026-03-02 14:00"), Utc("2026-03-04 14:00"), Hour);

        Assert.DoesNotContain(slots, slot => DateOnly.FromDateTime(slot.Start.UtcDateTime) == Day("2026-03-03"));
    }

    [Theory]
    [InlineData("2026-03-27 18:00", "2026-03-31 18:00", "Europe/Berlin", "2026-03-30 08:00")]
    [InlineData("2026-10-23 18:00", "2026-10-27 18:00", "Europe/Berlin", "2026-10-26 09:00")]
    [InlineData("2026-03-02 14:00", "2026-03-04 14:00", "Asia/Kathmandu", "2026-03-03 04:15")]
    [InlineData("2026-03-02 14:00", "2026-03-04 14:00", "Asia/Kolkata", "2026-03-03 04:30")]
    public void Core_hours_begin_at_ten_in_the_facilitators_time_zone(string now, string deadline, string zone, string first) =>
        Assert.Equal(first, Text(Propose(now, deadline, [zone])[0].Start));

    [Theory]
    [InlineData("Asia/Tokyo", "America/Los_Angeles", 240)]
    [InlineData("Pacific/Auckland", "Europe/London", 90)]
    [InlineData("Mars/Olympus", "Europe/London", 15)]
    public void There_are_always_exactly_three_proposals_spaced_apart_and_with_time_to_prepare(string one, string two, int minutes)
    {
        var now = Utc("2026-03-05 23:10");
        var slots = SlotProposals.For(People([one, two, "Asia/Kolkata"]), Rules, now, now.AddHours(48), TimeSpan.FromMinutes(minutes));

        Assert.Equal(3, slots.Count);
        Assert.All(slots, slot => Assert.True(slot.Start >= now + SlotRules.PreparationTime));
        var starts = slots.Select(slot => slot.Start).Order().ToList();
        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= SlotRules.Spacing));
        Assert.Equal(slots.OrderBy(slot => slot.Fit).Select(slot => slot.Fit), slots.Select(slot => slot.Fit));
    }

    [Fact]
    public void Without_attendees_three_times_in_utc_are_proposed() =>
        Assert.Equal(3, Propose("2026-03-02 14:00", "2026-03-04 14:00", []).Count);

    private static IReadOnlyList<SlotProposal> Propose(string now, string deadline, string[] zones) =>
        SlotProposals.For(People(zones), Rules, Utc(now), Utc(deadline), Hour);

    /// <summary>The first facilitates, the second leads.</summary>
    private static Attendee[] People(string[] zones) =>
        [.. zones.Select((zone, index) => new Attendee(
            new PersonId($"U{index}"),
            zone,
            index switch { 0 => AttendeeRole.Facilitator, 1 => AttendeeRole.Lead, _ => AttendeeRole.Other }))];
}
