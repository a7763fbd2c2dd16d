using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Web;

/// <summary>The style sheet: one file, from the parts in the folder Styles. Its address changes with its content.</summary>
internal static class Styles
{
    public const string Route = "/assets/{name}.css";

    private static readonly string[] Parts = ["base", "frame", "log", "trends", "write-up", "timeline", "print"];

    private static readonly Lazy<(string Name, byte[] Content)> Sheet = new(Read);

    public static string Address => $"/assets/{Sheet.Value.Name}.css";

    public static IResult Answer(string name, HttpResponse response)
    {
        if (name != Sheet.Value.Name)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Sheet.Value.Content, "text/css; charset=utf-8");
    }

    private static (string Name, byte[] Content) Read()
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', Parts.Select(Part)));
        return ($"pages-{Convert.ToHexStringLower(SHA256.HashData(content)[..8])}", content);
    }

    private static string Part(string name)
    {
        using var reader = new StreamReader(typeof(Styles).Assembly.GetManifestResourceStream($"Web/{name}.css")!);
        return reader.ReadToEnd();
    }
}
