using IncidentBot.Tests.Features.Lifecycle;
using System.Text;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Features.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;

namespace IncidentBot.Tests.Features.PostMortems;

public sealed class WriteUpTemplateTests
{
    private static readonly PersonId Maya = new("U1");
    private static readonly DateTimeOffset Start = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R104")]
    public void One_page_has_what_people_kept_and_the_gap_instead_of_the_whole_chain()
    {
        var page = Render("one-page");

        Assert.Contains("| 2026-03-03 09:10 | The queue grew | signal |", page, StringComparison.Ordinal);
        Assert.Contains("## Structural gap\n\nNo contract test", page, StringComparison.Ordinal);
        Assert.DoesNotContain("declared by", page, StringComparison.Ordinal);
        Assert.DoesNotContain("## 5 Whys", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R93")]
    [Trait("Requirement", "R74")]
    public void Learning_has_what_was_known_decided_assumed_and_how_it_was_learned_beside_each_event()
    {
        var page = Render("learning");

        Assert.Contains(
            "| Time (UTC) | Event | Information available | Decision or action taken | Assumption | How people found out |",
            page,
            StringComparison.Ordinal);
        Assert.Contains("| 2026-03-03 09:10 | The queue grew | a graph | wait | it drains | by chance |", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R92")]
    public void Report_has_actor_and_system_and_leaves_a_column_out_that_no_one_filled()
    {
        Assert.Contains("| Time (UTC) | Event | Actor | System |", Render("report"), StringComparison.Ordinal);
        Assert.Contains("| 2026-03-03 09:10 | The queue grew | Lead | payments |", Render("report"), StringComparison.Ordinal);
        Assert.Contains("| Time (UTC) | Event | Actor |\n", Render("report", system: null), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R105")]
    public void Report_lists_learnings_by_where_they_land()
    {
        Assert.Contains(
            "## Prevention\n\n**Runbook**\n\n- Say how to drain the queue\n\n**Tests**\n\n- Load tests miss the queue",
            Render("report"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R106")]
    public void A_learning_links_to_what_it_became()
    {
        Assert.Contains(
            "- Load tests miss the queue (goes into: Tests, [follow-up](<https://wiki.example.com/adr/6>))",
            Render("one-page"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R89")]
    [Trait("Requirement", "R97")]
    public void It_is_headed_with_what_it_is_about_and_names_one_structural_gap()
    {
        Assert.StartsWith("# Post-Mortem: Checkout is down\n", Render("one-page"), StringComparison.Ordinal);
        Assert.Contains("## Structural gap\n\nNo contract test\n", Render("one-page"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D9")]
    public async Task The_gap_has_the_workspaces_own_word_and_its_story_below_it()
    {
        await using var app = await BotApp.StartAsync(("PostMortems:GapTitle", "Root cause"));
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await incident.WriteAsync("whys", ("narrative", "Field names live in two places.\nNothing compares them."));
        await maya.TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        Assert.Contains(
            "\nRoot cause\nNo contract test covers the payment API\n",
            ShownMessages.TextOf(app, PublishedVersionTests.WriteUp(app)),
            StringComparison.Ordinal);
        Assert.Contains(
            "## Root cause\n\nNo contract test covers the payment API\n\nField names live in two places.  \nNothing compares them.\n",
            PublishedVersionTests.Documents(app)[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R95")]
    public void Figures_has_the_named_milestones()
    {
        Assert.Contains(
            "## Milestones\n\n| Milestone | Time (UTC) |\n|---|---|\n| First alert | 2026-03-03 09:15 |",
            Render("figures"),
            StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Requirement", "R98")]
    [InlineData("learning", "**Technical**\n\n- No alert on the queue\n\n**Process**\n\n- A deploy on Friday")]
    [InlineData("figures", "**Made it harder to notice**\n\n- No alert on the queue\n\n**Made it worse**\n\n- A deploy on Friday")]
    [InlineData("one-page", "- No alert on the queue (Technical, Made it harder to notice)\n- A deploy on Friday (Process, Made it worse)")]
    public void Factors_are_grouped_as_the_template_says(string template, string expected)
    {
        Assert.Contains($"## Contributing factors\n\n{expected}", Render(template), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R102")]
    public void The_complete_table_of_actions_has_every_column()
    {
        Assert.Contains(
            "| Action | Owner | Due | Priority | Success metric | Status | Ticket | Changes |",
            Render("complete"),
            StringComparison.Ordinal);
        Assert.Contains(
            "| Alert on the queue | Maya | 2026-03-17 | P1 | Pages within a minute | not accepted yet | "
                + "[ticket](<https://tickets.example.com/1>) | Monitoring and alerts |",
            Render("complete"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R103")]
    public void The_days_of_the_follow_up_reviews_are_in_the_write_up()
    {
        Assert.Contains(
            "## Follow-up\n\n- 2026-04-02: did the actions work?\n- The last action item is due on 2026-03-17;",
            Render("one-page"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "D11")]
    public async Task The_setting_of_a_severity_decides_and_a_choice_in_the_preview_wins()
    {
        await using var app = await BotApp.StartAsync(("PostMortems:Templates:SEV1", "report"));
        var incident = await ResolvedIncident.Sev1(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        var preview = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        Assert.Contains("\n5 Whys\n", preview, StringComparison.Ordinal);
        Assert.Contains("Cover the payment API with a contract test  Owner: ben · Due: 2026-03-17", preview, StringComparison.Ordinal);
        Assert.All(new[] { "#", "|", "**", "\\" }, markup => Assert.DoesNotContain(markup, preview, StringComparison.Ordinal));

        await maya.SelectAsync(app.Slack.OpenView("maya")!, "write_up_template", $"{incident.Number}:one-page");
        await app.SettleAsync();
        Assert.DoesNotContain("\n5 Whys\n", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        await maya.TypeAsync(incident.Channel, "/incident pm publish");
        await app.SettleAsync();

        var file = Assert.Single(app.Slack.ThreadOf(PublishedVersionTests.WriteUp(app)).SelectMany(message => message.Files));
        Assert.DoesNotContain("## 5 Whys", Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!), StringComparison.Ordinal);
    }

    private static string Render(string template, string? system = "payments")
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev1), Maya, Start).Value!;
        incident.Assign(IncidentRole.Lead, Maya, Maya, Start);
        incident.SetMilestone(Milestone.FirstAlert, Start.AddMinutes(15), Maya, Start.AddHours(1));
        incident.Resolve(new Resolution(Start.AddHours(1), "It is over."), Maya, Start.AddHours(1));
        var postMortem = PostMortem.Open(Guid.NewGuid(), 1, PostMortemNeed.Required, Start.AddHours(1), TimeSpan.FromHours(48));
        Write(postMortem);
        var view = new PostMortemView(incident, postMortem, [Entry(system)], [Action()]);
        var name = new TimelineName(TimelineNames.Roles, incident, new Dictionary<PersonId, Person>());
        var timeline = WriteUpTimeline.Of(view, name.Of, name.In);
        return WriteUpMarkdown.Render(new WriteUpDocument(view, timeline, new Dictionary<PersonId, string> { [Maya] = "Maya" })
        {
            Template = WriteUpTemplates.Find(template)!,
        });
    }

    private static void Write(PostMortem postMortem)
    {
        postMortem.WriteUp.WriteWhyChain(
            new WhyChain("Payments failed", ["An old field was sent"], "No contract test", true, true), Maya, Start);
        postMortem.WriteUp.WriteFactor(
            Guid.NewGuid(), new FactorDraft("No alert on the queue", FactorCategory.Technical, FactorEffect.Detection), Maya, Start);
        postMortem.WriteUp.WriteFactor(
            Guid.NewGuid(), new FactorDraft("A deploy on Friday", FactorCategory.Process, FactorEffect.Worse), Maya, Start);
        postMortem.WriteUp.WriteLearning(
            Guid.NewGuid(), "Load tests miss the queue", LearningDestination.Testing, Maya, Start, "https://wiki.example.com/adr/6");
        postMortem.WriteUp.WriteLearning(Guid.NewGuid(), "Say how to drain the queue", LearningDestination.Runbook, Maya, Start);
        postMortem.Reviews.OfferFollowUps([new FollowUp(FollowUpKind.Effectiveness, new DateOnly(2026, 4, 2))], Start);
    }

    private static TimelineEntry Entry(string? system)
    {
        var entry = TimelineEntry.Create(
            Guid.NewGuid(),
            new NewEntry(1, EntryKind.Signal, EntrySource.Command, Start.AddMinutes(10), "The queue grew", "Maya")
            {
                AuthorId = Maya,
                System = system,
            },
            Start.AddMinutes(11)).Value!;
        entry.RecordContext(new DecisionContext("a graph", "wait", "it drains", "by chance"), Maya, Start.AddHours(2));
        return entry;
    }

    private static ActionItem Action() => ActionItem.Create(
        Guid.NewGuid(),
        1,
        new ActionDraft("Alert on the queue")
        {
            Owner = new ActionOwner(Maya, "Europe/London", IsActivePerson: true),
            DueDate = new DateOnly(2026, 3, 17),
            Priority = ActionPriority.P1,
            SuccessMetric = "Pages within a minute",
            TicketLink = "https://tickets.example.com/1",
            Destination = LearningDestination.Monitoring,
        },
        metricRequired: true,
        Maya,
        Start).Value!;
}
