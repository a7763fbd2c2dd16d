using System.Text.RegularExpressions;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using PlainTextInput = IncidentBot.Slack.Blocks.PlainTextInput;

namespace IncidentBot.Tests.Forms;

/// <summary>
/// Presses every button that a person can see, once, and submits every form that opens, filled up to the limit of each field with signs
/// that grow when they are escaped.
/// </summary>
internal sealed partial class FormCrawler(BotApp app)
{
    private const int MostSteps = 400;

    // The clock of the tests stands at 2026-03-03 09:00 UTC.
    private const string YesterdayNine = "1772442000";
    private const string YesterdayTen = "1772445600";

    private readonly HashSet<string> _pressed = [];
    private readonly HashSet<string> _submitted = [];

    /// <summary>The callback ids of the forms that were submitted.</summary>
    public HashSet<string> Callbacks { get; } = [];

    /// <summary>What went wrong: the form, and what it said.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Action ids that are not pressed yet, because they end what is still to be tried.</summary>
    public HashSet<string> Later { get; } = [];

    /// <summary>Until nothing new is left to press or to submit.</summary>
    public async Task CrawlAsync(string person, params string[] channels)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var moved = app.Slack.OpenView(person) is { } view
                ? await InViewAsync(person, view)
                : await PressAsync(person, channels.SelectMany(app.Slack.MessagesIn).Reverse().Concat(app.Slack.DmWith(person).Reverse())
                    .Concat(app.Slack.EphemeralsFor(person).Reverse()));
            if (!moved)
            {
                return;
            }

            await app.SettleAsync();
        }
    }

    /// <summary>Fills a form once more, because it is about something else by now.</summary>
    public void Again(string callbackId) => _submitted.RemoveWhere(form => form.StartsWith($"{callbackId} ", StringComparison.Ordinal));

    /// <summary>Presses a button once more, because what it opens shows something else by now.</summary>
    public void PressAgain(string actionId) => _pressed.RemoveWhere(pressed => pressed.Contains($" {actionId} ", StringComparison.Ordinal));

    private async Task<bool> InViewAsync(string person, View view)
    {
        if (await PressAsync(person, [view]))
        {
            return true;
        }

        if (view.Submit is not null && _submitted.Add(FormOf(view)))
        {
            await SubmitAsync(person, view);
            return true;
        }

        await app.Slack.As(person).CloseAsync(view);
        return true;
    }

    private async Task SubmitAsync(string person, View view)
    {
        var actor = app.Slack.As(person);
        foreach (var field in BlockTree.Elements(view.Blocks).Where(field => field.IsInput))
        {
            if (Answer(field) is { } answer)
            {
                await actor.SelectAsync(view, field.Key, answer);
            }
        }

        var after = await actor.SubmitAsync(view);
        if (after is not null && after.Id == view.Id && !after.Errors.IsEmpty)
        {
            // Some forms warn once; the second press saves.
            after = await actor.SubmitAsync(after);
        }

        Callbacks.Add(view.CallbackId);
        if (after is not null && after.Id == view.Id && (after.Banner is not null || !after.Errors.IsEmpty))
        {
            Failures.Add($"{FormOf(view)}: {after.Banner} {string.Join("; ", after.Errors.Select(each => $"{each.Key}: {each.Value}"))}");
            await actor.CloseAsync(after);
        }
    }

    private async Task<bool> PressAsync(string person, IEnumerable<Surface> surfaces)
    {
        var actor = app.Slack.As(person);
        foreach (var surface in surfaces)
        {
            foreach (var field in BlockTree.Elements(surface.Blocks).Where(field => !field.IsInput && !Later.Contains(field.ActionId)))
            {
                var choices = field.Type switch
                {
                    "button" => [field.Element.Text("value") ?? ""],
                    "overflow" or "static_select" => BlockTree.Options(field.Element).Select(option => option.Text("value") ?? "").ToList(),
                    _ => new List<string>(),
                };
                foreach (var choice in choices.Where(choice => !Later.Contains(choice.Split(':')[0])))
                {
                    if (_pressed.Add($"{person} {field.ActionId} {Ids().Replace(choice, "")}"))
                    {
                        _ = field.Type == "button"
                            ? await actor.ClickAsync(surface, field.ActionId, field.Element.Text("value"), field.BlockId)
                            : await actor.SelectAsync(surface, field.Key, choice);
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The longest text that the field takes; what has a form of its own, such as a link, grows within it.</summary>
    private static string? Answer(BlockElement field) => field.Type switch
    {
        "plain_text_input" when field.BlockId is "at" => null,
        "plain_text_input" when field.BlockId is "number" => "1",
        "plain_text_input" when field.BlockId is "went_well" or "could_be_better" =>
            string.Join('\n', Enumerable.Repeat(Full("", PostMortemLimits.Point), 5)),
        "plain_text_input" when field.BlockId is "synonyms" =>
            string.Join('\n', Enumerable.Repeat(Full("", CauseClass.NameLimit), CauseClass.MostSynonyms)),
        "plain_text_input" when IsLink(field.BlockId) => Full("https://a.example/?", LimitOf(field)),
        "plain_text_input" => Full("", LimitOf(field)),
        "url_text_input" => "https://a.example/?a=1&b=2",
        "number_input" => "1",
        "users_select" or "multi_users_select" => "ben",
        "datepicker" => "2026-03-20",
        "datetimepicker" when !field.IsOptional && field.Element.At("initial_date_time") is null =>
            field.BlockId == "started_at" ? YesterdayNine : YesterdayTen,
        "static_select" or "radio_buttons" or "multi_static_select" when field.Element.At("initial_option") is null =>
            BlockTree.Options(field.Element).First().Text("value"),
        _ => null,
    };

    private static bool IsLink(string block) =>
        block is "link" or "board" or "ticket" || Enum.TryParse<ArtefactKind>(block, ignoreCase: true, out _);

    private static int LimitOf(BlockElement field) => field.Element.Number("max_length") ?? PlainTextInput.MaxTextLength;

    private static string Full(string start, int length) =>
        start + string.Concat(Enumerable.Repeat("&<>", (length / 3) + 1))[..(length - start.Length)];

    /// <summary>One form may have several shapes, such as the sections of a document.</summary>
    private static string FormOf(View view)
    {
        var fields = BlockTree.Elements(view.Blocks).Where(field => field.IsInput).Select(field => Ids().Replace(field.BlockId, ""));
        return $"{view.CallbackId} {view.Title} {string.Join(',', fields)}";
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f-]{36}|[0-9.]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ids();
}
