using IncidentBot.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentBot.Web;

/// <summary>A page as an answer: a component that is rendered once, on the server, to HTML without a script.</summary>
internal static class Page
{
    /// <summary>A page that shows only words.</summary>
    /// <param name="context">Its reader is shown at the top.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="parameters">The parameters of the component.</param>
    public static RazorComponentResult Of<TPage>(
        HttpContext context, int status = StatusCodes.Status200OK, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        Of<TPage, object?>(context, null, status, parameters);

    /// <summary>A page that shows a view, which each of its parts gets as a cascading parameter.</summary>
    public static RazorComponentResult Of<TPage, TView>(
        HttpContext context, TView view, int status = StatusCodes.Status200OK, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new RazorComponentResult<PageRoot<TPage, TView>>(new Dictionary<string, object?>
        {
            [nameof(PageRoot<,>.Reader)] = PageReader.Of(context),
            [nameof(PageRoot<,>.View)] = view,
            [nameof(PageRoot<,>.Parameters)] = parameters,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}

/// <summary>
/// Hands the reader and the view down. Components are public and their parameters too, and what they show is not; a cascading parameter may
/// be private.
/// </summary>
internal sealed class PageRoot<TPage, TView> : ComponentBase
    where TPage : IComponent
{
    [Parameter]
    public PageReader? Reader { get; set; }

    [Parameter]
    public TView View { get; set; } = default!;

    [Parameter]
    public (string Name, object? Value)[] Parameters { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        Cascade(builder, Reader, within => Cascade(within, View, page =>
        {
            page.OpenComponent<TPage>(0);
            page.AddMultipleAttributes(1, Parameters.Select(each => new KeyValuePair<string, object>(each.Name, each.Value!)));
            page.CloseComponent();
        }));

    private static void Cascade<T>(RenderTreeBuilder builder, T value, RenderFragment content)
    {
        builder.OpenComponent<CascadingValue<T>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), value);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), content);
        builder.CloseComponent();
    }
}
