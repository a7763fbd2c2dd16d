namespace IncidentBot.Sandbox.State;

internal sealed class SharedFiles(Workspace workspace)
{
    private readonly Dictionary<string, SharedFile> byId = [];

    public SharedFile? Find(string id) => workspace.Read(() => byId.GetValueOrDefault(id));

    public void Put(SharedFile file) => workspace.Change(() => { byId[file.Id] = file; });

    public SharedFile Start(string name, long length, string user) => workspace.Change(() =>
    {
        var file = new SharedFile(workspace.Ids.Next("F"), name, user, workspace.Now)
        {
            Title = name,
            DeclaredLength = length,
            MimeType = MimeTypeOf(name),
        };
        Put(file);
        return file;
    });

    /// <summary>One message that carries the files, and the files that know the message.</summary>
    public Message Share(Message message, IReadOnlyList<string> ids) => workspace.Change(() =>
    {
        foreach (var id in ids)
        {
            Put(byId[id] with { IsComplete = true });
        }

        var posted = workspace.Messages.Post(message with { Subtype = "file_share", Files = [.. ids] });
        foreach (var id in ids)
        {
            Put(byId[id] with { Shares = byId[id].Shares.Add((posted.Channel, posted.Ts)) });
        }

        return posted;
    });

    private static string MimeTypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".txt" or ".log" => "text/plain",
        ".md" => "text/markdown",
        ".csv" => "text/csv",
        ".ics" => "text/calendar",
        ".json" => "application/json",
        ".pdf" => "application/pdf",
        ".html" => "text/html",
        _ => "application/octet-stream",
    };
}
