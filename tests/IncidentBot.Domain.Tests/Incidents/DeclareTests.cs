using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class DeclareTests
{
    [Fact]
    public void It_starts_as_investigating_now_and_is_recorded()
    {
        var incident = Open();

        Assert.Equal(IncidentStatus.Investigating, incident.Status);
        Assert.Equal((Now, Now, Ada), (incident.DeclaredAt, incident.StartedAt, incident.DeclaredBy));
        Assert.Equal(Now.AddMinutes(30), incident.NextUpdateDue);
        Assert.Equal(ChangedFact.Declared, Assert.Single(incident.History).Fact);
        Assert.Equal(1, incident.Version);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void A_title_has_1_to_120_characters(int length, bool accepted)
    {
        var result = Incident.Declare(new(new string('x', length), Severity.Sev1), Ada, Now);

        Assert.Equal(accepted, result.Ok);
        Assert.Equal(accepted ? null : "title", result.Refusal?.Field);
    }

    [Fact]
    public void A_title_becomes_one_trimmed_line() =>
        Assert.Equal("Checkout is down", Declared(new("  Checkout\n is  down ", Severity.Sev1)).Title);

    [Theory]
    [InlineData("\u202ECheckout\u202C is \u2067down\u2069", "Checkout is down")]
    [InlineData("\u200FCheck\u200Bout is\u00A0\uFEFFdown\u200E", "Checkout is down")]
    [InlineData("Check\u00ADout\u200D is\u200C down", "Checkout is down")]
    [InlineData("הקופה\u200F לא עובדת", "הקופה לא עובדת")]
    [InlineData("\U0001F469\u200D\U0001F4BB is locked out", "\U0001F469\u200D\U0001F4BB is locked out")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void A_title_loses_marks_that_turn_it_around_or_take_no_space(string typed, string title) =>
        Assert.Equal(title, Declared(new(typed, Severity.Sev1)).Title);

    [Fact]
    public void A_title_of_invisible_marks_alone_is_missing() =>
        Assert.Equal("title", Incident.Declare(new("\u200B\u202E", Severity.Sev1), Ada, Now).Refusal?.Field);

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void It_may_start_a_minute_ahead_and_no_more(int seconds, bool accepted)
    {
        var result = Incident.Declare(new("x", Severity.Sev1) { StartedAt = Now.AddSeconds(seconds) }, Ada, Now);

        Assert.Equal(accepted, result.Ok);
        Assert.Equal(accepted ? null : "started_at", result.Refusal?.Field);
    }

    [Fact]
    public void A_lead_named_at_once_holds_the_role()
    {
        var incident = Declared(new("x", Severity.Sev1) { Lead = Ben });

        Assert.Equal(Ben, incident.Lead);
        Assert.Null(incident.LeadlessSince);
    }

    [Fact]
    public void A_report_is_resolved_at_once_and_its_clock_starts_at_the_report()
    {
        var incident = Declared(new("x", Severity.Sev1)
        {
            IsReport = true,
            StartedAt = Now.AddDays(-3),
            EndedAt = Now.AddDays(-3).AddHours(2),
        });

        Assert.Equal(IncidentStatus.Resolved, incident.Status);
        Assert.Equal(TimeSpan.FromHours(2), incident.Duration);
        Assert.Equal(Now.AddHours(48), DueOf(incident));
        Assert.Null(incident.NextUpdateDue);
        Assert.Null(incident.LeadlessSince);
    }

    [Fact]
    public void A_report_that_ends_before_it_starts_is_refused()
    {
        var declaration = new Declaration("x", Severity.Sev1)
        {
            IsReport = true,
            StartedAt = Now.AddDays(-1),
            EndedAt = Now.AddDays(-2),
        };

        Assert.Equal("ended_at", Incident.Declare(declaration, Ada, Now).Refusal?.Field);
    }

    [Fact]
    public void A_report_has_a_channel_only_when_one_is_wanted()
    {
        var report = new Declaration("x", Severity.Sev1) { IsReport = true };

        Assert.False(Declared(report).HasChannel);
        Assert.True(Declared(report with { WantsChannel = true }).HasChannel);
        Assert.True(Declared(new("x", Severity.Sev1)).HasChannel);
    }

    [Fact]
    public void A_report_says_what_happened_and_when_it_was_over()
    {
        var ended = Now.AddDays(-1);
        var report = Declared(new("x", Severity.Sev3)
        {
            IsReport = true,
            StartedAt = ended.AddHours(-1),
            EndedAt = ended,
            Sentence = " The pool\nran out ",
            Triggers = PostMortemTriggers.ReachedCustomers,
        });

        Assert.Equal("The pool ran out", report.Resolution);
        Assert.Equal(ended, report.ReachedAt(Milestone.Recovered));
        Assert.Equal(PostMortemNeed.Required, report.PostMortemNeed);
    }

    [Theory]
    [InlineData(Severity.Sev1)]
    [InlineData(Severity.Sev4)]
    public void After_a_drill_a_post_mortem_is_recommended_and_never_required(Severity severity)
    {
        var drill = Declared(new("x", severity) { IsDrill = true });

        Assert.Equal(PostMortemNeed.Recommended, drill.PostMortemNeed);
        Assert.Equal(TimeSpan.FromDays(7), drill.PostMortemWithin);
    }

    [Fact]
    public void Neither_a_drill_nor_a_cancelled_incident_counts()
    {
        var counts = IncidentMetrics.Counted.Compile();
        var cancelled = Declared(new("x", Severity.Sev1));
        cancelled.Cancel("a false alarm", Ada, Now);

        Assert.True(counts(Declared(new("x", Severity.Sev1))));
        Assert.False(counts(Declared(new("x", Severity.Sev1) { IsDrill = true })));
        Assert.False(counts(cancelled));
    }
}
