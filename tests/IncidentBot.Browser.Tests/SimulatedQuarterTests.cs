using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Demo;
using IncidentBot.Demo.Quarter;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Browser.Tests;

/// <summary>
/// A quarter of a team with ten incidents, as `--with a-quarter` plays it, what must be true at its end, and what the bot says after one
/// more quarter, in which causes come back.
/// </summary>
public sealed class SimulatedQuarterTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The people who pressed "I'm here", or whom the lead recorded, by incident.</summary>
    private static readonly Dictionary<int, string[]> Attendance = new()
    {
        [1] = ["maya", "ben", "aiko", "carlos", "lena"],
        [2] = ["priya", "tom"],
        [4] = ["ben", "priya", "aiko"],
        [7] = ["maya", "ben"],
        [10] = ["maya", "ben", "lena"],
    };

    [Fact]
    [Trait("Requirement", "R125")]
    [Trait("Requirement", "R127")]
    [Trait("Requirement", "R128")]
    public async Task What_a_quarter_leaves_behind_is_complete_and_the_next_one_shows_which_causes_came_back()
    {
        await using var demo = await OpenDemo.StartAsync(begin: Begin, prepare: PlayTwoQuartersAsync);

        await new TwoQuartersLater(new Stage(demo.App, demo.Page, "two-quarters")).AssertAsync();
    }

    /// <summary>The page opens afterwards, because drawing half a year takes longer than playing it.</summary>
    private async Task PlayTwoQuartersAsync(DemoApp demo)
    {
        await new SimulatedQuarter(demo).PlayAsync(output.WriteLine, TestContext.Current.CancellationToken);
        await using (var scope = demo.Service.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
            Assert.Multiple(
                () => AssertDmsHaveALinkAndAButton(demo.Workspace),
                () => AssertDocumentsAreCorrect(db),
                () => AssertEverythingOverdueWasReported(demo.Workspace, db));
        }

        await new SimulatedQuarter(demo, "the-next-quarter").PlayAsync(output.WriteLine, TestContext.Current.CancellationToken);
    }

    /// <summary>As they were posted; an answered one has lost its buttons since.</summary>
    private static void AssertDmsHaveALinkAndAButton(Sandbox.State.Workspace slack)
    {
        var posted = Dms(slack).ToList();
        var faults = new List<string>();
        foreach (var (_, reader, text, blocks) in posted)
        {
            var hasLink = text.Contains("<http", StringComparison.Ordinal) || text.Contains("<#C", StringComparison.Ordinal);
            var hasButton = BlockTree.Elements(blocks).Any(field => field.Type == "button");
            if (!hasLink || !hasButton)
            {
                faults.Add($"{(hasLink ? "" : "no link ")}{(hasButton ? "" : "no button ")}to {reader}: {text}");
            }
        }

        Assert.True(posted.Count > 60, $"Only {posted.Count} DMs were posted, so the quarter proves little.");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>The newest published version of each write-up.</summary>
    private static void AssertDocumentsAreCorrect(IncidentDb db)
    {
        var newest = db.PublishedVersions.AsEnumerable().GroupBy(version => version.IncidentNumber)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => version.Revision)!.Markdown);
        Assert.Equal([1, 2, 4, 6, 7, 10], newest.Keys.Order());
        foreach (var (number, markdown) in newest)
        {
            Assert.DoesNotContain("Not written yet", Section(markdown, "Summary"), StringComparison.Ordinal);
            Assert.Matches(@"\w", Section(markdown, "Summary"));

            // The sixth was published without a meeting.
            Assert.Equal(Attendance.GetValueOrDefault(number, []).Order(), Participants(markdown).Order());
        }

        // Every accepted correction is in the document that readers have.
        var corrections = db.PostMortems.AsEnumerable().Where(postMortem => newest.ContainsKey(postMortem.IncidentNumber))
            .Select(postMortem => (postMortem.IncidentNumber, postMortem.WriteUp)).ToList();
        Assert.All(corrections, of => Assert.Empty(of.WriteUp.PendingCorrections(new Dictionary<DocumentSection, DateTimeOffset>())));
        Assert.Equal(
            [1, 10],
            corrections.SelectMany(of => of.WriteUp.Corrections, (of, correction) => (of.IncidentNumber, correction.Answer))
                .Where(each => each.Answer == CorrectionAnswer.Accepted).Select(each => each.IncidentNumber));
        Assert.Contains("75 minutes", Section(newest[1], "Summary"), StringComparison.Ordinal);
        Assert.Contains("to 12, and", Section(newest[10], "Summary"), StringComparison.Ordinal);
    }

    private static void AssertEverythingOverdueWasReported(Sandbox.State.Workspace slack, IncidentDb db)
    {
        var dms = Dms(slack).ToList();
        var overdue = Overdue(db, slack.Now).ToList();

        Assert.True(overdue.Count > 8, $"Only {overdue.Count} items are overdue, so the quarter proves little.");
        Assert.All(overdue, item => Assert.True(
            dms.Exists(dm => dm.At >= item.Since && dm.Text.Contains(item.Words, StringComparison.Ordinal)),
            $"No DM mentions {item}"));
    }

    private static IEnumerable<OverdueItem> Overdue(IncidentDb db, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        List<ActionItem> items = [.. db.ActionItems];
        foreach (var item in items.Where(item => !item.IsClosed && item.DueDate < today))
        {
            yield return new("action item", item.Text, Midnight(item.DueDate));
        }

        var titles = db.Incidents.ToDictionary(incident => incident.Number, incident => incident.Title);
        foreach (var postMortem in db.PostMortems)
        {
            var title = titles[postMortem.IncidentNumber];
            var own = items.FindAll(item => item.IncidentNumber == postMortem.IncidentNumber);
            if (PostMortemClock.OverdueSince(postMortem, now) is { } since)
            {
                yield return new("post-mortem", title, since);
            }

            foreach (var correction in postMortem.WriteUp.Corrections.Where(each => each.Answer == CorrectionAnswer.Open))
            {
                yield return new("correction", title, correction.At);
            }

            foreach (var unanswered in postMortem.Reviews.FollowUps.Where(review => review.On < today).SelectMany(
                review => Unanswered(review, postMortem, title, own)))
            {
                yield return unanswered;
            }
        }
    }

    private static IEnumerable<OverdueItem> Unanswered(FollowUp review, PostMortem postMortem, string title, List<ActionItem> items) =>
        review.Kind == FollowUpKind.RecurrenceCheck
            ? postMortem.Reviews.RecurrenceAnswers.Count > 0 ? [] : [new("recurrence check", title, Midnight(review.On))]
            : items.Where(item => item is { State: ActionState.Done, Verdict: null })
                .Select(item => new OverdueItem("effectiveness review", item.Text, Midnight(review.On)));

    private static IEnumerable<(DateTimeOffset At, string Reader, string Text, JsonElement Blocks)> Dms(Sandbox.State.Workspace slack) =>
        from call in slack.Calls.Of("chat.postMessage").Where(call => call.Ok)
        let arguments = Json.Parse(call.Arguments)
        where arguments.Text("channel") is ['U' or 'D', ..] && arguments.Text("thread_ts") is null
        let blocks = Json.Parse(arguments.Text("blocks")!)
        select (call.At, slack.Users.NameOf(arguments.Text("channel")!), blocks.ToNode()!.ToJsonString(Plainly), blocks);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string[] Participants(string markdown) =>
        Find(markdown, @"\*\*Participants\*\* \| (?<found>[^|]*) \|").Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static string Section(string markdown, string heading) => Find(markdown, $@"^#+ {heading}\n(?<found>[\s\S]*?)(?=^#+ |\z)");

    private static string Find(string markdown, string pattern) =>
        Regex.Match(markdown, pattern, RegexOptions.Multiline, Patience).Groups["found"].Value;

    private sealed record OverdueItem(string Kind, string Words, DateTimeOffset Since);
}
