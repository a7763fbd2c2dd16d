using System.Text;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.IncidentLog;

/// <summary>Near misses are looked up like incidents, and never counted among them.</summary>
public sealed class NearMissLogTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R8")]
    public async Task The_log_shows_near_misses_when_asked_apart_from_incidents_and_turns_their_pages()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await app.AddAsync("Payments fail");
        Assert.Contains("No near miss fits", await app.ReadAsync("ben", "log near-misses"), StringComparison.Ordinal);
        for (var one = 1; one <= 12; one++)
        {
            await ReportAsync(app, $"Disk almost full {one}", one % 2 == 0 ? "ben" : null, "Storage", TimeSpan.FromDays(30 - one));
        }

        Assert.Equal([incident], LogFixture.NumbersIn(await app.ReadAsync("ben", "log")));
        var first = await app.ReadAsync("ben", "log near misses");
        Assert.Empty(LogFixture.NumbersIn(first));
        Assert.Contains("could have been", first, StringComparison.Ordinal);
        Assert.Contains("What caught it: The disk alert", first, StringComparison.Ordinal);
        Assert.Equal(5, first.Split("reported anonymously").Length - 1);
        await app.Slack.As("ben").ClickAsync(app.Shown("ben"), LogActions.Older);
        Assert.Equal(Enumerable.Range(1, 12).Reverse(), [.. NearMissesIn(first), .. NearMissesIn(app.Answer("ben"))]);
        await app.Slack.As("ben").ClickAsync(app.Shown("ben"), LogActions.Newer);
        Assert.Equal(NearMissesIn(first), NearMissesIn(app.Answer("ben")));

        (string Typed, int Count)[] filters =
        [
            ("storage", 12), ("checkout", 0), ("sev1", 0), ("mine", 6), ("from 2026-02-08", 6), ("open-actions", 0), ("deployment", 0),
        ];
        foreach (var (typed, count) in filters)
        {
            var shown = NearMissesIn(await app.ReadAsync("ben", $"log near-misses {typed}"));
            Assert.Equal((typed, Math.Min(count, LogPages.PageSize)), (typed, shown.Count));
        }

        var refused = await app.ReadAsync("ben", "log near-misses cause Moon");
        Assert.Contains("There is no cause class “Moon”", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_filter_offers_near_misses_as_a_type_and_the_page_can_be_shared()
    {
        await using var app = await BotApp.StartAsync();
        await app.AddAsync("Payments fail");
        await ReportAsync(app, "Disk almost full", "maya", "Storage");
        var ben = app.Slack.As("ben");
        await app.ReadAsync("ben", "log");
        await ben.ClickAsync(app.Shown("ben"), LogActions.Filter);
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("type", "Near miss")));
        Assert.Equal([1], NearMissesIn(app.Answer("ben")));
        Assert.DoesNotContain("Payments fail", app.Answer("ben"), StringComparison.Ordinal);

        await ben.ClickAsync(app.Shown("ben"), LogActions.Share);

        Assert.Contains("Near miss 1", app.Slack.PlainText(app.Slack.MessagesIn("general")[^1]), StringComparison.Ordinal);
        await app.Slack.As("tom").ClickAsync(app.Slack.MessagesIn("general")[^1], LogActions.Open);
        Assert.Equal([1], NearMissesIn(app.Answer("tom")));
    }

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R130")]
    public async Task A_search_finds_near_misses_marked_as_such_by_their_present_words_and_names_no_anonymous_reporter()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await app.AddAsync("Disk full on worker");
        var nearMiss = await ReportAsync(app, "The nightly import almost filled the disk", null, "Storage");

        var shown = await app.ReadAsync("ben", "search disk");
        Assert.Equal([incident], LogFixture.NumbersIn(shown));
        Assert.Equal([nearMiss], NearMissesIn(shown));
        Assert.Contains("reported anonymously", shown, StringComparison.Ordinal);
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search nihgtly import")));
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search alert")));

        await ClassAsync(app, nearMiss, "Unbounded imports");
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search unbounded")));
        await app.ReadAsync(async db =>
        {
            db.CauseClasses.Single().Rename("Imports without a quota", app.IdOf("ben"), app.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(NearMissesIn(await app.ReadAsync("ben", "search unbounded")));
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search quota")));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task Near_misses_of_an_earlier_release_are_found_after_the_start_and_renamed_services_by_their_new_name()
    {
        await using var app = await BotApp.StartAsync();
        await app.AddAsync("Payments fail", declared => declared with { Service = "Storage" });
        var nearMiss = await ReportAsync(app, "The nightly import almost filled the disk", null, "storage");
        await app.ReadAsync(db => db.StaleNearMisses.ExecuteDeleteAsync());
        Assert.Empty(NearMissesIn(await app.ReadAsync("ben", "search nightly")));

        await app.RestartAsync();
        await app.SweepAsync();
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search nightly")));

        var ben = app.Slack.As("ben");
        await ben.TypeAsync("general", "/incident services");
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "service_rename_open", "Storage");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("name", "Blob store")));
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "search blob nightly")));
        Assert.Equal([nearMiss], NearMissesIn(await app.ReadAsync("ben", "log near-misses blob store")));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task An_export_holds_near_misses_in_files_of_their_own_without_a_person()
    {
        await using var app = await BotApp.StartAsync();
        await app.AddAsync("Payments fail");
        var nearMiss = await ReportAsync(app, "Disk almost full", "ben", "Storage");
        await ClassAsync(app, nearMiss, "No quota");

        await app.ReadAsync("ben", "export");
        await app.SettleAsync();

        var message = Assert.Single(app.Slack.DmWith("ben"), message => message.Files.Count > 0);
        Assert.Contains("1 incident that you may see · 1 near miss, in files of their own", message.Text, StringComparison.Ordinal);
        var files = message.Files.Select(file => app.Slack.Files.Find(file)!).ToList();
        Assert.Equal(
            ["incident-log", "incident-log", "near-misses", "near-misses"],
            files.Select(file => file.Name[..file.Name.IndexOf("-2026", StringComparison.Ordinal)]));
        Assert.DoesNotContain("Disk", TextOf(files[0].Content!) + TextOf(files[1].Content!), StringComparison.Ordinal);
        var csv = TextOf(files[2].Content!);
        Assert.Equal(string.Join(',', NearMissExportRow.Columns), csv.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.Contains("1,2026-03-03T09:00:00Z,SEV2,Storage,Disk almost full,The disk alert,No quota,", csv, StringComparison.Ordinal);
        Assert.Contains("\"cause_class\":\"No quota\"", TextOf(files[3].Content!), StringComparison.Ordinal);
        Assert.DoesNotContain(app.IdOf("ben").Value, csv + TextOf(files[3].Content!), StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.ReadAsync("maya", "export near-misses");
        await app.SettleAsync();
        var alone = Assert.Single(app.Slack.DmWith("maya"), each => each.Files.Count > 0);
        Assert.Equal((2, "Incident log: 1 near miss"), (alone.Files.Count, alone.Text));
    }

    private static string TextOf(byte[] content) => Encoding.UTF8.GetString(content);

    private static async Task<int> ReportAsync(BotApp app, string text, string? by, string service, TimeSpan? ago = null)
    {
        var report = new NearMissReport(text, "The disk alert", Severity.Sev2, service);
        var nearMiss = NearMiss.Report(report, by is null ? null : app.IdOf(by), app.Now - (ago ?? TimeSpan.Zero)).Value!;
        await app.ReadAsync(async db =>
        {
            db.NearMisses.Add(nearMiss);
            return await db.SaveChangesAsync();
        });
        return nearMiss.Number;
    }

    private static Task<int> ClassAsync(BotApp app, int nearMiss, string name) => app.ReadAsync(async db =>
    {
        var cause = CauseClass.Create(Guid.CreateVersion7(app.Now), name, app.IdOf("maya"), app.Now).Value!;
        db.CauseClasses.Add(cause);
        (await db.NearMisses.SingleAsync(each => each.Number == nearMiss)).SetCause(cause.Id);
        return await db.SaveChangesAsync();
    });

    /// <summary>The near misses on the page, from the top.</summary>
    private static IReadOnlyList<int> NearMissesIn(string answer) =>
    [
        .. answer.Split('\n').Where(line => line.StartsWith("Near miss ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ', ':')[2], System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
