using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>One entry of a select: its label, and its value in state.values.</summary>
internal sealed record Choice(string Value, string Label, JsonNode Node)
{
    public string Group { get; init; } = "";

    public static IReadOnlyList<Choice> For(BlockElement field, Workspace workspace, User me) => field.Type switch
    {
        "users_select" or "multi_users_select" =>
            [.. workspace.Users.People.Select(u => new Choice(u.Id, u.Id == me.Id ? $"{u.RealName} (you)" : u.RealName, u.Id))],
        "static_select" or "multi_static_select" => Options(field.Element),
        _ => [.. workspace.Channels.All
            .Where(c => !c.IsDm && !c.IsArchived && (!c.IsPrivate || c.Members.Contains(me.Id)))
            .Select(c => new Choice(c.Id, $"#{c.Name}", c.Id))],
    };

    /// <summary>The value of an entry: the option's value, or the id itself.</summary>
    public static string ValueOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.String ? entry.GetString()! : entry.Text("value") ?? "";

    public static Choice Of(JsonElement option, string group = "")
    {
        var text = option.At("text")?.Text("text") ?? "";
        var label = option.At("description")?.Text("text") is { } description ? $"{text} — {description}" : text;
        return new Choice(option.Text("value") ?? "", Mrkdwn.EmojiTable.ShowAll(label), option.ToNode()) { Group = group };
    }

    private static IReadOnlyList<Choice> Options(JsonElement element) =>
    [
        .. element.Items("options").Select(o => Of(o)),
        .. element.Items("option_groups").SelectMany(g => g.Items("options").Select(o => Of(o, g.At("label")?.Text("text") ?? ""))),
    ];
}
