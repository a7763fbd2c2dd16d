namespace IncidentBot.Sandbox.State;

/// <summary>A channel's canvas: a document that every member can edit.</summary>
internal sealed record Canvas(string Id, string Channel, string User, DateTimeOffset Created, string Markdown);

/// <summary>The channels' canvases; a channel has one.</summary>
internal sealed class Canvases(Workspace workspace)
{
    private readonly Dictionary<string, Canvas> byId = [];

    /// <summary>The channel's canvas, by the channel's id or name.</summary>
    public Canvas? Of(string channel)
    {
        var id = workspace.Channels.Named(channel).Id;
        return workspace.Read(() => byId.Values.FirstOrDefault(canvas => canvas.Channel == id));
    }

    public Canvas? Find(string id) => workspace.Read(() => byId.GetValueOrDefault(id));

    public Canvas Add(string channel, string user, string markdown)
    {
        var canvas = new Canvas(workspace.Ids.Next("F"), workspace.Channels.Named(channel).Id, user, workspace.Now, markdown);
        Put(canvas);
        return canvas;
    }

    public void Put(Canvas canvas) => workspace.Change(() => { byId[canvas.Id] = canvas; });

    public void Remove(Canvas canvas) => workspace.Change(() => byId.Remove(canvas.Id));
}
