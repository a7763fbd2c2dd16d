using System.Globalization;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox;

/// <summary>The bytes of files: up without a token, down with one.</summary>
internal sealed class FileEndpoints(Workspace workspace)
{
    /// <summary>Raw bytes, or a multipart field.</summary>
    public async Task<IResult> UploadAsync(HttpRequest request, string id)
    {
        if (workspace.Files.Find(id) is not { IsComplete: false } file)
        {
            return Results.Text("file_not_found", statusCode: 404);
        }

        using var memory = new MemoryStream();
        if (request.HasFormContentType && (await request.ReadFormAsync()).Files is [var part, ..])
        {
            await part.CopyToAsync(memory);
        }
        else
        {
            await request.Body.CopyToAsync(memory);
        }

        if (memory.Length != file.DeclaredLength)
        {
            return Results.Text("length_mismatch", statusCode: 400);
        }

        workspace.Files.Put(file with { Content = memory.ToArray() });
        return Results.Text(string.Create(CultureInfo.InvariantCulture, $"OK - {memory.Length}"));
    }

    /// <summary>Without the token, the response is a log-in page with status 200, as in Slack.</summary>
    public IResult Download(HttpRequest request, string id)
    {
        var allowed = request.Headers.Authorization == $"Bearer {workspace.Options.BotToken}" && workspace.Installation.Has("files:read");
        return !allowed ? Results.Content("<html><body>Sign in to Slack</body></html>", "text/html")
            : workspace.Files.Find(id) is { Content: { } content } file ? Results.Bytes(content, file.MimeType)
            : Results.NotFound();
    }

    /// <summary>For the page, where the person is signed in.</summary>
    public IResult Show(string id) =>
        workspace.Files.Find(id) is { Content: { } content } file ? Results.File(content, file.MimeType, file.Name) : Results.NotFound();
}
