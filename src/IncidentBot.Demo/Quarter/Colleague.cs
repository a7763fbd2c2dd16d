using System.Text.Json;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.People;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Demo.Quarter;

/// <summary>Someone in the simulated team, who finds messages, buttons and fields by what is written on them, as people do.</summary>
internal sealed class Colleague(Sandbox.State.Workspace slack, DemoPace pace, Person person, CancellationToken cancellationToken)
{
    private string _place = "general";

    private string Name => person.User.Name;

    private View? Top => slack.OpenView(Name);

    /// <summary>What the person sees, newest first: the open modal, or else the home tab or the messages of the open place.</summary>
    private IEnumerable<Surface> Surfaces => Top is { } view ? [view]
        : _place != "home" ? slack.SeenBy(Name, _place).Reverse()
        : slack.HomeOf(Name) is { } home ? [home]
        : [];

    /// <summary>"#general", "#inc-1-…", "IncidentBot" (the direct messages) or "IncidentBot home".</summary>
    public async Task OpenAsync(string place)
    {
        await SettleAsync();
        _place = place switch
        {
            "IncidentBot home" => "home",
            "IncidentBot" => person.OpenDm().Id,
            _ => slack.Channels.All.First(channel => channel.Name.StartsWith(place.Trim('#', '…'), StringComparison.Ordinal)).Id,
        };
        if (_place == "home")
        {
            await person.OpenHomeAsync();
        }
    }

    public Task JoinAsync() => person.JoinAsync(_place);

    public Task InviteAsync(string name) => person.InviteAsync(_place, name);

    /// <summary>Writes a message, or a command if it begins with a slash.</summary>
    public async Task TypeAsync(string text)
    {
        var typed = await person.TypeAsync(_place, text);
        Check(typed.Acknowledgement is null or { Ok: true }, $"\"{text}\" failed: {typed.Acknowledgement?.Failure}");
    }

    /// <summary>Replies in the thread of the newest message with this text.</summary>
    public async Task ReplyAsync(string text, string message)
    {
        var parent = await FindAsync(message);
        await person.TypeAsync(parent.Channel, text, parent.ThreadTs ?? parent.Ts);
    }

    public async Task ReactAsync(string emoji, string message)
    {
        await person.ReactAsync(await FindAsync(message), emoji);
    }

    /// <summary>Fills in a field of the open modal. Of several with the same label, the first empty one is filled in.</summary>
    public async Task FillAsync(string label, string value)
    {
        var view = Modal();
        var fields = BlockTree.Elements(view.Blocks).Where(field => field.Block.At("label")?.Text("text") == label).ToList();
        Check(fields.Count > 0, $"no field is called \"{label}\"");
        var field = fields.Find(each => !view.Values.ContainsKey(each.Key)) ?? fields[^1];
        await person.FillAsync(view, (field.BlockId, Option(field, value) ?? value));
    }

    /// <summary>Ticks a box or chooses a radio button.</summary>
    public async Task ChooseAsync(string option)
    {
        var view = Modal();
        var field = BlockTree.Elements(view.Blocks).FirstOrDefault(field => Option(field, option) is not null)
            ?? throw Failure($"there is no option \"{option}\"");
        await person.FillAsync(view, (field.BlockId, Option(field, option)!));
    }

    /// <summary>Presses the newest visible button with this label.</summary>
    /// <param name="label">What is written on the button.</param>
    /// <param name="beside">Text of the block, or else of the message, that the button belongs to.</param>
    public async Task PressAsync(string label, string? beside = null)
    {
        if (Top is { } view && view.Submit == label)
        {
            var next = await person.SubmitAsync(view);
            Check(
                next?.Id != view.Id || (next.Errors.Count == 0 && next.Banner is null),
                $"\"{label}\" was refused: {next?.Banner} {string.Join("; ", next?.Errors.Values ?? [])}");
        }
        else if (Top is { } open && open.CloseLabel == label)
        {
            await person.CloseAsync(open);
        }
        else
        {
            await ClickAsync(label, beside);
        }
    }

    /// <summary>Closes every open modal.</summary>
    public Task CloseAsync() => person.CloseAsync(Modal(), all: true);

    public async Task SeeAsync(string text)
    {
        await SettleAsync();
        Check(Surfaces.Any(surface => Contains(surface, text)), $"nothing says \"{text}\"");
    }

    private async Task ClickAsync(string label, string? beside)
    {
        await SettleAsync();
        foreach (var surface in Surfaces)
        {
            var button = beside is null ? Buttons(surface.Blocks.EnumerateArray(), label).FirstOrDefault() : Beside(surface, beside, label);
            if (button is not null)
            {
                var answer = await person.ClickAsync(surface, button.ActionId, button.Element.Text("value"), button.BlockId);
                Check(answer.Ok, $"\"{label}\" failed: {answer.Failure}");
                return;
            }
        }

        throw Failure($"there is no button \"{label}\"");
    }

    /// <summary>In the block with this text, or below it; where no block says it, the message does.</summary>
    private BlockElement? Beside(Surface surface, string text, string label)
    {
        var all = surface.Blocks.EnumerateArray().ToList();
        bool Says(JsonElement block) => block.GetRawText().Contains(text, StringComparison.Ordinal);
        return Buttons(all.Where(Says), label).FirstOrDefault()
            ?? Buttons(all.SkipWhile(block => !Says(block)), label).FirstOrDefault()
            ?? (!all.Exists(Says) && Contains(surface, text) ? Buttons(all, label).FirstOrDefault() : null);
    }

    private static IEnumerable<BlockElement> Buttons(IEnumerable<JsonElement> blocks, string label) =>
        BlockTree.Elements(blocks).Where(field => field.Type == "button" && field.Element.At("text")?.Text("text") == label);

    /// <summary>The value of the option with this text in its label.</summary>
    private static string? Option(BlockElement field, string text) => BlockTree.Options(field.Element)
        .FirstOrDefault(option => option.At("text")?.Text("text")?.Contains(text, StringComparison.Ordinal) == true) is var found
        && found.ValueKind != JsonValueKind.Undefined ? found.Text("value") : null;

    private View Modal() => Top ?? throw Failure("no modal is open");

    private async Task<Message> FindAsync(string text)
    {
        await SettleAsync();
        return slack.SeenBy(Name, _place).LastOrDefault(message => Contains(message, text)) ?? throw Failure($"no message says \"{text}\"");
    }

    private bool Contains(Surface surface, string text) =>
        slack.PlainText(surface).Replace("*", "", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal);

    private Task SettleAsync() => pace.SettleAsync(cancellationToken);

    private void Check(bool isFine, string problem)
    {
        if (!isFine)
        {
            throw Failure(problem);
        }
    }

    private InvalidOperationException Failure(string problem) =>
        new($"{problem}. {Name} sees: {string.Join(" ### ", Surfaces.Take(4).Select(slack.PlainText)).ReplaceLineEndings(" | ")}");
}
