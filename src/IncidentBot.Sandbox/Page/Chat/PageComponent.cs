using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Components;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>A part of the page, redrawn whenever the workspace or the viewer's place changes.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    private protected PageState Page { get; set; } = default!;

    [Inject]
    private protected Workspace Workspace { get; set; } = default!;

    /// <summary>The element that gets the focus when the part appears.</summary>
    private protected ElementReference Focused { get; set; }

    private protected virtual bool TakesFocus => Focused.Context is not null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus)
        {
            await Focused.FocusAsync();
        }
    }
}
