using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IncidentBot.Sandbox.Page.Live;

/// <summary>A file that somebody picked in the browser.</summary>
internal sealed record PickedFile(string Name, byte[] Content);

/// <summary>What live.js sends: either that a drawing is shown, or what somebody did and which handler it is for.</summary>
internal sealed record LiveMessage(bool Shown, long Number, ulong Handler, string? Type)
{
    public string? Value { get; init; }

    /// <summary>Set for check boxes and radio buttons.</summary>
    public bool? Checked { get; init; }

    public string? Key { get; init; }

    public IReadOnlyList<PickedFile>? Files { get; init; }

    public EventArgs ToEventArgs() => Type switch
    {
        "click" => new MouseEventArgs(),
        "keydown" => new KeyboardEventArgs { Key = Key ?? "" },
        "input" or "change" => new ChangeEventArgs { Value = Files ?? Checked ?? (object?)Value },
        _ => EventArgs.Empty,
    };
}
