using IncidentBot.Domain;
using IncidentBot.Features.WriteUps;
using IncidentBot.Features.WriteUps.Sections;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Tests.Features.PostMortems;

/// <summary>What the document holds, line by line.</summary>
public sealed class WriteUpContentTests
{
    private static readonly Lazy<string> Page = new(() => WriteUpMarkdown.Render(Written()));

    [Fact]
    [Trait("Requirement", "R90")]
    public void It_is_headed_with_date_facilitator_participants_severity_and_duration() => Shows(
        "| **Date** | 2026-03-03 09:00 UTC |\n| **Post-mortem** | 2026-03-04 09:00 UTC |\n| **Facilitator** | Maya |\n"
        + "| **Participants** | Maya, Ben |\n| **Severity** | SEV1 |\n| **Duration** | 38 min |\n");

    [Fact]
    [Trait("Requirement", "R92")]
    public void A_line_of_the_timeline_has_the_time_in_utc_what_happened_and_who_acted()
    {
        Shows("| Time (UTC) | Event | Kind | Actor |");
        Shows("| 2026-03-03 09:01 | The release went out | event | Ben |");
    }

    [Fact]
    [Trait("Requirement", "R94")]
    public void Events_and_signals_are_told_apart_and_a_missed_signal_is_called_so() => Shows(
        "| The release went out | event | Ben |\n| 2026-03-03 09:02 | The queue alert | missed signal | Ben |");

    [Fact]
    [Trait("Requirement", "R95")]
    public void The_six_milestones_stand_at_their_time()
    {
        string[] lines =
        [
            "09:03 | First alert", "09:05 | Acknowledged", "09:20 | Cause identified", "09:35 | Fix deployed",
            "09:38 | Service recovered", "09:40 | All clear",
        ];

        Assert.All(lines, line => Shows($"| 2026-03-03 {line} | fact |"));
    }

    [Fact]
    [Trait("Requirement", "R96")]
    public void The_impact_is_told_in_figures() => Shows(
        "## Impact\n\n- Users were affected for 40 min\n- 1200 users affected\n- Lost revenue: about 12 000 EUR\n- No data was lost\n"
            + "- 12.5 % of the error budget used\n- Users saw: an empty basket\n"
            + "- Customer communications and reputation: 40 customers were told by email\n");

    [Fact]
    [Trait("Requirement", "R99")]
    public void What_went_well_is_asked_for_with_what_to_think_of_and_listed()
    {
        Assert.Equal("Detection, coordination, communication, recovery: what should we keep doing?", HintOf("went_well"));
        Shows("## What went well\n\n- The rollback took two minutes\n");
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public void What_could_be_better_is_asked_for_with_what_to_think_of_and_listed()
    {
        Assert.Equal("Missing alerts, missing documentation, friction, tool limits.", HintOf("could_be_better"));
        Shows("## What could be better\n\n- No alert on an empty queue\n");
    }

    [Fact]
    [Trait("Requirement", "R23")]
    [Trait("Requirement", "R101")]
    public void The_learnings_stand_in_their_order_with_where_they_go_ready_to_be_taken_along() => Shows(
        "## Learnings\n\n- Silence is a signal (goes into: Monitoring and alerts)\n- Contracts need a test\n");

    [Fact]
    [Trait("Requirement", "R102")]
    public void An_action_has_its_owner_due_day_priority_success_metric_and_status() => Shows(
        "| Action | Owner | Due | Priority | Success metric | Status |\n|---|---|---|---|---|---|\n"
        + "| Add a contract test | Ben | 2026-04-01 | P1 | The next drift fails the build | not accepted yet |\n");

    private static void Shows(string lines) => Assert.Contains(lines, Page.Value, StringComparison.Ordinal);

    private static string? HintOf(string section) =>
        SectionTable.FormOf(section).Render(WrittenPostMortem.Full(), default).OfType<InputBlock>().Single().Hint?.Content;

    private static WriteUpDocument Written()
    {
        var view = WrittenPostMortem.Full();
        var names = new Dictionary<PersonId, string> { [WrittenPostMortem.Maya] = "Maya", [WrittenPostMortem.Ben] = "Ben" };
        return new WriteUpDocument(view, WriteUpTimeline.Of(view, person => names[person]), names);
    }
}
