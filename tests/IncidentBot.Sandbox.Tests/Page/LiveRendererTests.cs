using IncidentBot.Sandbox.Page.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Sandbox.Tests.Page;

public sealed class LiveRendererTests
{
    [Fact]
    public async Task A_part_that_cannot_be_created_is_missing_from_the_page_and_the_rest_is_drawn()
    {
        var renderer = new LiveRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        await using var _ = renderer;

        await renderer.StartAsync<Host>();

        Assert.Equal("<p>Before</p>", await renderer.Dispatcher.InvokeAsync(() => renderer.Draw().Html));
    }

    private sealed class Host : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<p>Before</p>");
            builder.OpenComponent<Guest>(1);
            builder.CloseComponent();
        }
    }

    /// <summary>Needs what a host that is stopping cannot give any more.</summary>
    private sealed class Guest : ComponentBase
    {
        [Inject]
        public required IComparable Disposed { get; set; }
    }
}
