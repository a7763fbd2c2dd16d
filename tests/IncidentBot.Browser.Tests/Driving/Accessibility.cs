using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Driving;

/// <summary>Checks a page with axe-core: contrast, names, roles and the like (WCAG 2.1, levels A and AA).</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }))
          .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.any.map(one => one.message)}`))
        """;

    // What fades in has less contrast until it is there.
    private const string Still = """
        () => Promise.all(document.getAnimations()
          .filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
          .map(animation => animation.finished.catch(() => {})))
        """;

    public static async Task AssertAsync(IPage page, string place)
    {
        await page.EvaluateAsync(Still);
        await page.AddScriptTagAsync(new() { Content = await ScriptAsync() });
        var found = (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(each => each.GetString()).ToList();

        Assert.True(found.Count == 0, $"{place}:\n{string.Join('\n', found)}");
    }

    private static async Task<string> ScriptAsync()
    {
        await using var packed = typeof(Accessibility).Assembly.GetManifestResourceStream("axe.min.js.gz")!;
        using var script = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return await script.ReadToEndAsync();
    }
}
