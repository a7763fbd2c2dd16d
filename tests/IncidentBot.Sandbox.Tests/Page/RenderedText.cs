using IncidentBot.Sandbox.Page.Chat;
using IncidentBot.Sandbox.Page.Mrkdwn;
using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Sandbox.Tests.Page;

/// <summary>Renders mrkdwn as the page shows it to one person of a new workspace.</summary>
internal static class RenderedText
{
    public static async Task<string> OfAsync(string mrkdwn, string viewer = "maya")
    {
        using var workspace = new Workspace(new SandboxOptions());
        var services = new ServiceCollection().AddSingleton(workspace).AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var page = new PageState(workspace);
        page.SwitchTo(workspace.Users.Find(viewer)!.Id);
        RenderFragment text = content =>
        {
            content.OpenComponent<MrkdwnText>(0);
            content.AddComponentParameter(1, nameof(MrkdwnText.Text), mrkdwn);
            content.CloseComponent();
        };
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<CascadingValue<PageState>>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(CascadingValue<PageState>.Value)] = page,
                [nameof(CascadingValue<PageState>.ChildContent)] = text,
            }))).ToHtmlString());
        return html.Trim();
    }
}
