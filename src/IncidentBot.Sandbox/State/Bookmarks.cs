namespace IncidentBot.Sandbox.State;

internal sealed class Bookmarks(Workspace workspace)
{
    private readonly List<Bookmark> all = [];

    public IReadOnlyList<Bookmark> In(string channel)
    {
        var id = workspace.Channels.Named(channel).Id;
        return workspace.Read(() => all.Where(b => b.Channel == id).ToList());
    }

    public Bookmark? Find(string id) => workspace.Read(() => all.Find(b => b.Id == id));

    public void Add(Bookmark bookmark) => workspace.Change(() => all.Add(bookmark));

    public void Replace(Bookmark bookmark) => workspace.Change(() => { all[all.FindIndex(b => b.Id == bookmark.Id)] = bookmark; });

    public void Remove(Bookmark bookmark) => workspace.Change(() => all.RemoveAll(b => b.Id == bookmark.Id));
}
