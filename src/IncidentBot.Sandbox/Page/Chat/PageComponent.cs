using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Components;

namespace IncidentBot.Sandbox.Page.Chat;

/// <summary>A part of the page: drawn again whenever the workspace or the viewer's place changes.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    private protected PageState Page { get; set; } = default!;

    [Inject]
    private protected Workspace Workspace { get; set; } = default!;
}
