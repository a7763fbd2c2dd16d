using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>Someone used an element of a message, a modal or the home tab ("block_actions payloads"); one request per action.</summary>
public sealed record BlockActionRequest : InteractionRequest
{
    /// <summary>All actions of the payload; in practice one.</summary>
    public IReadOnlyList<BlockAction> Actions { get; init; } = [];

    /// <summary>The action that this request is about.</summary>
    [JsonIgnore]
    public BlockAction Action { get; init; } = new() { ActionId = "" };

    /// <summary>The container of the element that was used.</summary>
    public ActionContainer Container { get; init; } = new();

    /// <summary>The channel of the message; null in a view.</summary>
    public ChannelReference? Channel { get; init; }

    /// <summary>
    /// The message; null in a view and for ephemeral messages. The full message is in <see cref="InteractionRequest.Raw"/>.
    /// </summary>
    public SlackMessage? Message { get; init; }

    /// <summary>The modal or home tab; null in a message.</summary>
    public ViewInfo? View { get; init; }

    /// <summary>The values of the other elements of a message.</summary>
    public ViewState State { get; init; } = ViewState.Empty;

    /// <summary>Changes the message or answers under it; empty in a view.</summary>
    public string ResponseUrl { get; init; } = "";
}

/// <summary>One use of one element.</summary>
public sealed record BlockAction
{
    /// <summary>The element's type.</summary>
    public string Type { get; init; } = "";

    /// <summary>The route of the action.</summary>
    public required string ActionId { get; init; }

    /// <summary>The block of the element; Slack may have made it up.</summary>
    public string BlockId { get; init; } = "";

    /// <summary>The data of a button, or what was typed into an input.</summary>
    public string? Value { get; init; }

    /// <summary>The chosen option of a menu, overflow or radio group.</summary>
    public SelectedOption? SelectedOption { get; init; }

    /// <summary>The chosen options of a multi-select or checkbox group.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    /// <summary>The chosen person.</summary>
    public string? SelectedUser { get; init; }

    /// <summary>The chosen people.</summary>
    public IReadOnlyList<string> SelectedUsers { get; init; } = [];

    /// <summary>The chosen conversation.</summary>
    public string? SelectedConversation { get; init; }

    /// <summary>The chosen conversations.</summary>
    public IReadOnlyList<string> SelectedConversations { get; init; } = [];

    /// <summary>The chosen channel.</summary>
    public string? SelectedChannel { get; init; }

    /// <summary>The chosen day, "YYYY-MM-DD".</summary>
    public string? SelectedDate { get; init; }

    /// <summary>The chosen wall-clock time, "HH:mm".</summary>
    public string? SelectedTime { get; init; }

    /// <summary>The chosen instant in unix seconds.</summary>
    public long? SelectedDateTime { get; init; }

    /// <summary>What was written in a rich text input, as a rich_text block.</summary>
    public JsonElement? RichTextValue { get; init; }

    /// <summary>When; unique enough to tell two clicks apart.</summary>
    public string ActionTs { get; init; } = "";

    /// <summary>The data of the action, wherever the element puts it: value or chosen option.</summary>
    [JsonIgnore]
    public string Data =>
        Value ?? SelectedOption?.Value ?? SelectedUser ?? SelectedConversation ?? SelectedChannel ?? SelectedDate ?? SelectedTime ?? "";
}
