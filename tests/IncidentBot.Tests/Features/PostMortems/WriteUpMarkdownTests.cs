using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;
using IncidentBot.Workspace;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class WriteUpMarkdownTests
{
    private static readonly PersonId Maya = new("U1");
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_days_and_two_hours_print_as_74_hours_and_stay_as_they_were_at_resolve()
    {
        var writeUp = WriteUpOf("Checkout is down", TimeSpan.FromHours(74));
        var before = WriteUpMarkdown.Render(writeUp);

        writeUp.PostMortemView.Incident.Assign(IncidentRole.Scribe, Maya, Maya, Start.AddDays(9));

        Assert.Contains("| **Duration** | 3 d 2 h (74 h) |", before, StringComparison.Ordinal);
        Assert.Contains("| **Duration** | 3 d 2 h (74 h) |", WriteUpMarkdown.Render(writeUp), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_cannot_break_the_page()
    {
        var writeUp = WriteUpOf("A | B <script> *now*", TimeSpan.FromHours(1));
        writeUp.PostMortemView.PostMortem.WriteUp.WriteSummary("# no heading\n- no list\n1. no order\n`no code`", Maya, Start);

        var page = WriteUpMarkdown.Render(writeUp);

        Assert.StartsWith("# Post-Mortem: A \\| B \\<script\\> \\*now\\*\n", page, StringComparison.Ordinal);
        Assert.Contains("\\# no heading  \n\\- no list  \n1\\. no order  \n\\`no code\\`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whys_stand_below_each_other_and_end_in_the_gap()
    {
        var writeUp = WriteUpOf("Checkout is down", TimeSpan.FromHours(1));
        writeUp.PostMortemView.PostMortem.WriteUp.WriteWhyChain(
            new WhyChain("Payments failed", ["An old field was sent", "Nothing checks fields"], "No contract test", true, true),
            Maya,
            Start);

        var page = WriteUpMarkdown.Render(writeUp);

        Assert.Contains(
            "Payments failed  \n-> An old field was sent  \n-> Nothing checks fields\n\n**Structural gap:** No contract test",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_roles_in_the_timeline_and_times_are_utc_with_their_date()
    {
        var page = WriteUpMarkdown.Render(WriteUpOf("Checkout is down", TimeSpan.FromHours(1)));

        Assert.Contains("| 2026-03-03 09:00 | declared by Lead: Checkout is down | fact | Lead |", page, StringComparison.Ordinal);
    }

    private static WriteUpDocument WriteUpOf(string title, TimeSpan lasts)
    {
        var incident = Incident.Declare(new Declaration(title, Severity.Sev1), Maya, Start).Value!;
        incident.Assign(IncidentRole.Lead, Maya, Maya, Start);
        incident.Resolve(new Resolution(Start + lasts, "It is over."), Maya, Start + lasts);
        var postMortem = PostMortem.Open(Guid.NewGuid(), 1, PostMortemNeed.Required, Start + lasts, TimeSpan.FromHours(48));
        var view = new PostMortemView(incident, postMortem, [], []);
        var name = new TimelineName(TimelineNames.Roles, incident, new Dictionary<PersonId, Person>());
        var timeline = WriteUpTimeline.Of(view, name.Of, name.In);
        return new WriteUpDocument(view, timeline, new Dictionary<PersonId, string> { [Maya] = "Maya" });
    }
}
