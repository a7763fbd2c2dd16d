using System.Text;
using System.Text.Json;
using IncidentBot.Cards;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Forms;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Search;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.State;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Cards;

/// <summary>
/// Every surface that shows incidents, and who reads a private one there. A verb that works anywhere, and a field that offers choices,
/// must have its row.
/// </summary>
public sealed class PrivateSurfaceTests
{
    private const string Partner = "T0PARTNER1";

    /// <summary>A word of each text of the private incident, so that a leak says where it came from.</summary>
    private static readonly string[] Secrets =
        ["zebrafish", "narwhal", "quokka", "axolotl", "capybara", "ocelot", "yak barn", "incident 1"];

    private static readonly Place[] Table =
    [
        Verb("declare", "yak barn"), Verb("report"), Verb("list", "yak barn"), Verb("services", "narwhal"), Verb("log", "zebrafish"),
        Verb("search", "zebrafish", "quokka"), Verb("export", "zebrafish"), Verb("facilitate"), Verb("actions", "ocelot", "all"),
        Verb("learnings", "capybara"), Verb("causes", "incident 1"), Verb("learn"), Verb("help"),
        Verb("trends"), Verb("near-miss"), Verb("subscribe"), Verb("asked"),
        new("/postmortem", (app, user) => CommandAsync(app, user, "/postmortem", ""), null),
        new("/postmortem #1", (app, user) => CommandAsync(app, user, "/postmortem", "#1"), "zebrafish") { Asked = "incident 1" },
        new("home tab", HomeAsync, "yak barn"),
        Press(CardActions.PostMortem, "1", "zebrafish"), Press(CardActions.IncidentHistory, "1", "zebrafish"),
        Press(CardActions.ActionItems, "1", "ocelot"), Press(LogActions.Open, "", "zebrafish"), Press(LogActions.Share, ""),
        Press(LogActions.Export, "v1", "zebrafish"),
        new("cause page", async (app, user) => await PressAsync(app, user, CauseActions.Open, await ClassAsync(app)), "quokka"),
        new("similar", SimilarAsync, "zebrafish"),
        Options(ServiceField.ActionId, "narwhal"), Options(LogActions.ServiceOptions, "narwhal"), Options(LogActions.CauseOptions),
    ];

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_private_incident_is_on_every_surface_for_those_who_may_see_it_and_on_none_for_others()
    {
        await using var app = await BotApp.StartAsync();
        await PreparePrivateIncidentsAsync(app);
        (User Reader, bool Sees)[] readers =
        [
            (Named(app, "maya"), true), (Named(app, "carlos"), true), (Named(app, "ben"), false), (Named(app, "aiko"), false),
            (Named(app, "gail"), false), (Named(app, "noor") with { TeamId = Partner }, false),
        ];

        var wrong = new List<string>();
        foreach (var surface in Table)
        {
            foreach (var (reader, sees) in readers)
            {
                var read = (await surface.ReadAsync(app, reader)).ToLowerInvariant();
                var found = Secrets.Where(secret => read.Contains(secret, StringComparison.Ordinal)
                    && !surface.Asked.Contains(secret, StringComparison.Ordinal)).ToList();
                if (!sees && found.Count > 0)
                {
                    wrong.Add($"{reader.Name} reads {string.Join(", ", found)} in {surface.Name}");
                }
                else if (sees && surface.Shown is { } shown && !found.Contains(shown))
                {
                    wrong.Add($"{reader.Name} doesn't read {shown} in {surface.Name}: {read}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await app.UntilAsync(5, 4, 10);
        Assert.DoesNotContain(
            app.Slack.MessagesIn("incidents").Concat(app.Slack.MessagesIn("general")).Select(message => app.Slack.PlainText(message)),
            text => Secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Every_verb_that_works_anywhere_and_every_field_with_choices_has_its_row()
    {
        var rows = Table.Select(surface => surface.Name).ToHashSet(StringComparer.Ordinal);
        var verbs = SlackVerbs.Create().Verbs.Where(verb => !verb.InIncident).Select(verb => $"/incident {verb.Word}");
        var fields = SlackRoutes.Create(new IncidentsOptions()).Routes.Where(route => route.Kind == SlackRouteKind.Options)
            .Select(route => $"choices of {route.Id}");

        Assert.Empty(verbs.Concat(fields).Except(rows));
    }

    private static Place Verb(string word, string? shown = null, string arguments = "") =>
        new($"/incident {word}", (app, user) => CommandAsync(app, user, "/incident", $"{word} {arguments}".Trim()), shown)
        { Asked = arguments };

    private static Place Press(string action, string value, string? shown = null) =>
        new($"{action} {value}".Trim(), (app, user) => PressAsync(app, user, action, value), shown)
        { Asked = value == "1" ? "incident 1" : value };

    private static Place Options(string action, string? shown = null) => new(
        $"choices of {action}",
        (app, user) => SeenAsync(app, user, app.Slack.Payloads.Suggestion(user, AnyMessage(app), Field(action), "")),
        shown);

    private static BlockElement Field(string action) => new(
        JsonSerializer.SerializeToElement(new { type = "input", block_id = "any" }),
        JsonSerializer.SerializeToElement(new { type = "external_select", action_id = action }));

    private static User Named(BotApp app, string name) => app.Slack.Users.Find(name)!;

    private static Message AnyMessage(BotApp app) => app.Slack.MessagesIn("general")[0];

    private static Task<string> CommandAsync(BotApp app, User user, string command, string text) =>
        SeenAsync(app, user, app.Slack.Payloads.Command(user, app.Slack.Channels.Named("general"), command, text));

    private static Task<string> PressAsync(BotApp app, User user, string action, string value) => SeenAsync(
        app,
        user,
        app.Slack.Payloads.BlockAction(
            user, AnyMessage(app), new() { ["type"] = "button", ["action_id"] = action, ["block_id"] = "any", ["value"] = value }));

    /// <summary>Everything that the bot says because of a request: its answer, its calls and the files that it sends.</summary>
    private static async Task<string> SeenAsync(BotApp app, User user, BotRequest request)
    {
        var (calls, ephemerals, messages) = (app.Slack.Calls.Api.Count, app.Slack.EphemeralsFor(user.Id).Count, Direct(app, user).Count);
        var answer = await app.Slack.Bot.SendAsync(request, CancellationToken.None);
        await app.SettleAsync();
        var files = Direct(app, user).Skip(messages).SelectMany(message => message.Files)
            .Select(file => Encoding.UTF8.GetString(app.Slack.Files.Find(file)?.Content ?? []));
        return string.Join(
            '\n',
            [
                answer.Body,
                .. app.Slack.Calls.Api.Skip(calls).Where(call => call.Method != "views.publish").Select(call => call.ToString()),
                .. app.Slack.EphemeralsFor(user.Id).Skip(ephemerals).Select(message => app.Slack.PlainText(message)),
                .. files,
            ]);
    }

    private static IReadOnlyList<Message> Direct(BotApp app, User user) => app.Slack.DmWith(user.Id);

    private static async Task<string> HomeAsync(BotApp app, User user)
    {
        await app.Slack.As(user.Id).OpenHomeAsync();
        await app.SettleAsync();
        return app.Slack.Views.Home(user.Id) is { } home ? app.Slack.PlainText(home) : "";
    }

    private static async Task<string> SimilarAsync(BotApp app, User user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var similar = await scope.ServiceProvider.GetRequiredService<IncidentSearch>().SimilarAsync(
            new(user.Id), "Zebrafish tank leaks again", "Narwhal", except: null, TestContext.Current.CancellationToken);
        return string.Join('\n', similar.Select(each => $"{each.Title} {string.Join(' ', each.SharedWords)}"));
    }

    private static Task<string> ClassAsync(BotApp app) => app.ReadAsync(async db => (await db.CauseClasses.SingleAsync()).Id.ToString("N"));

    /// <summary>A finished one with every text, whose channel aiko has left, and an open one.</summary>
    private static async Task PreparePrivateIncidentsAsync(BotApp app)
    {
        app.Slack.Failures.ShareChannel("incidents");
        await app.Slack.As("ben").TypeAsync("general", "Good morning");
        var finished = await ResolvedIncident.Private(app);
        await app.Slack.As("maya").InviteAsync(finished.Channel, "aiko");
        await app.Slack.As("maya").InviteAsync(finished.Channel, "carlos");
        await app.SettleAsync();
        await app.Slack.As("aiko").LeaveAsync(finished.Channel);
        await finished.WriteAsync("summary", ("summary", "The quokka opened the valve."));
        await finished.WriteAsync(
            "whys", ("symptom", "Water"), ("gap", "Nothing keeps a quokka from the valve"), ("cause_name", "Unguarded valve"));
        await finished.WriteAsync("factor", ("text", "The axolotl was quiet"), ("category", "Technical"));
        await finished.WriteAsync("learning", ("text", "A capybara calms everyone"));
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        await finished.AddActionAsync("maya", "Hire an ocelot");
        await finished.ChangeAsync(db => Name(app, db));
        await app.Slack.As("carlos").TypeAsync("general", "/incident Yak barn burns");
        await app.SettleAsync();
        await OpenPrivateAsync(app);
    }

    private static void Name(BotApp app, IncidentDb db)
    {
        var incident = db.Incidents.Single();
        incident.Rename("Zebrafish tank leaks", app.IdOf("maya"), app.Now);
        incident.ChangeService("Narwhal", app.IdOf("maya"), app.Now);
        var postMortem = db.PostMortems.Single();
        postMortem.Publish(Completeness(postMortem), app.IdOf("maya"), app.Now);
    }

    private static Domain.WriteUps.Completeness Completeness(PostMortem postMortem) => Domain.WriteUps.Completeness.Of(postMortem, 4, 1, 1);

    private static async Task OpenPrivateAsync(BotApp app)
    {
        var carlos = app.Slack.As("carlos");
        await carlos.ClickAsync(app.Slack.OpenView("carlos")!, "declare_more");
        var form = await carlos.FillAsync(app.Slack.OpenView("carlos")!, ("severity", "SEV1"), ("private", "private"));
        await carlos.CloseAsync((await carlos.SubmitAsync(form))!, all: true);
        await app.SettleAsync();
        var channel = await app.ReadAsync(db => db.Channels.SingleAsync(each => each.IncidentNumber == 2));
        await carlos.InviteAsync(channel.Name!, "maya");
        await app.SettleAsync();
    }

    /// <summary>A place where someone reads of incidents.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="ReadAsync">All that one person reads there.</param>
    /// <param name="Shown">A word that those who may see the incident read there; null where no one reads of it.</param>
    private sealed record Place(string Name, Func<BotApp, User, Task<string>> ReadAsync, string? Shown)
    {
        /// <summary>What the reader typed or pressed, which an answer may repeat.</summary>
        public string Asked { get; init; } = "";
    }
}
