using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Tests.NearMisses;

public sealed class NearMissTests
{
    private static readonly PersonId Ana = new("U1");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly NearMissReport Full = new("The disk almost filled up", "The disk alert", Severity.Sev1, "Checkout");

    public static TheoryData<NearMissReport, string?> Reports => new()
    {
        { Full, null },
        { Full with { Service = "" }, null },
        { Full with { WhatHappened = " " }, "what_happened" },
        { Full with { WhatHappened = "<@U2> deleted the table" }, "what_happened" },
        { Full with { WhatHappened = new string('a', NearMiss.AnswerLimit) }, null },
        { Full with { WhatHappened = new string('a', NearMiss.AnswerLimit + 1) }, "what_happened" },
        { Full with { CouldHaveBeen = null }, "could_have_been" },
        { Full with { CaughtBy = "" }, "caught_by" },
        { Full with { CaughtBy = "@ben looked twice" }, "caught_by" },
        { Full with { CaughtBy = new string('a', NearMiss.AnswerLimit) }, null },
        { Full with { CaughtBy = new string('a', NearMiss.AnswerLimit + 1) }, "caught_by" },
        { Full with { Service = new string('a', Incident.NameLimit + 1) }, "service" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_says_what_happened_how_bad_it_could_have_been_and_what_caught_it(NearMissReport report, string? refused) =>
        Assert.Equal(refused, NearMiss.Report(report, Ana, Now).Refusal?.Field);

    [Fact]
    public void One_incident_at_most_is_made_of_it()
    {
        var nearMiss = NearMiss.Report(Full, null, Now).Value!;

        Assert.True(nearMiss.BecomeIncident(12).Ok);
        Assert.Contains("incident 12", nearMiss.BecomeIncident(13).Refusal?.Sentence, StringComparison.Ordinal);
        Assert.Equal(12, nearMiss.IncidentNumber);
    }

    [Fact]
    public void The_incident_made_of_it_is_a_recorded_near_miss_whose_post_mortem_is_recommended_when_it_was_close()
    {
        var declaration = NearMiss.Report(Full, null, Now).Value!.AsIncident("The disk almost filled up", Ana);

        var incident = Incident.Declare(declaration, Ana, Now).Value!;

        Assert.Equal((IncidentKind.NearMiss, Severity.Sev4, false), (incident.Kind, incident.Severity, incident.IsOpen));
        Assert.Equal(PostMortemNeed.Recommended, incident.PostMortemNeed);
        Assert.Equal(Ana, incident.Lead);
    }
}
