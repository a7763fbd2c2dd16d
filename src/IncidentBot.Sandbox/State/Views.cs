using System.Collections.Immutable;
using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;

namespace IncidentBot.Sandbox.State;

/// <summary>One stack of modals and one home tab per person.</summary>
internal sealed class Views(Workspace workspace)
{
    public const int MaxStack = 3;

    private readonly Dictionary<string, ImmutableList<View>> stacks = [];
    private readonly Dictionary<string, View> homes = [];

    public IReadOnlyList<View> Stack(string user) => workspace.Read(() => stacks.GetValueOrDefault(user, []));

    public View? Top(string user) => Stack(user) is [.., var top] ? top : null;

    public View? Home(string user) => workspace.Read(() => homes.GetValueOrDefault(user));

    public View? Find(string id) => workspace.Read(() =>
        stacks.Values.SelectMany(s => s).Concat(homes.Values).FirstOrDefault(v => v.Id == id));

    public View? ByExternalId(string externalId) => workspace.Read(() =>
        stacks.Values.SelectMany(s => s).Concat(homes.Values).FirstOrDefault(v => v.ExternalId == externalId));

    /// <summary>Opens a modal in place of the person's open modals.</summary>
    public View Open(string user, JsonElement content) => workspace.Change(() =>
    {
        var id = workspace.Ids.Next("V");
        var view = Read(content, new View(id, user, "") { RootId = id });
        stacks[user] = [view];
        return view;
    });

    /// <summary>Pushes a modal; null if three are already stacked.</summary>
    public View? Push(string user, JsonElement content) => workspace.Change(() =>
    {
        var stack = stacks.GetValueOrDefault(user, []);
        if (stack.Count >= MaxStack)
        {
            return null;
        }

        var id = workspace.Ids.Next("V");
        var view = Read(content, new View(id, user, "")
        {
            RootId = stack.IsEmpty ? id : stack[0].Id,
            PreviousId = stack.IsEmpty ? null : stack[^1].Id,
        });
        stacks[user] = stack.Add(view);
        return view;
    });

    public View Update(View view, JsonElement content) =>
        Change(view, v => Read(content, v with { Errors = v.Errors.Clear(), Banner = null }));

    public View Publish(string user, JsonElement content) => workspace.Change(() =>
    {
        var id = homes.TryGetValue(user, out var before) ? before.Id : workspace.Ids.Next("V");
        return homes[user] = Read(content, (before ?? new View(id, user, "") { RootId = id, IsHome = true }));
    });

    public void Pop(View view) => workspace.Change(() =>
    {
        if (stacks.TryGetValue(view.User, out var stack))
        {
            stacks[view.User] = stack.RemoveAll(v => v.Id == view.Id);
        }
    });

    public void Clear(string user) => workspace.Change(() => { stacks.Remove(user); });

    public View SetValue(View view, FieldKey key, JsonElement value) => Change(view, v => v with
    {
        Values = v.Values.SetItem(key, value),
        Errors = v.Errors.Remove(key.BlockId),
    });

    public View SetErrors(View view, ImmutableDictionary<string, string> errors) =>
        Change(view, v => v with { Errors = errors, Banner = null });

    public View SetBanner(View view, string? banner) => Change(view, v => v with { Banner = banner, Errors = v.Errors.Clear() });

    /// <summary>A caller's copy may be older than the last letter typed, so the change applies to the newest.</summary>
    private View Change(View view, Func<View, View> change) => workspace.Change(() =>
    {
        var changed = change(Find(view.Id) ?? view);
        Replace(changed);
        return changed;
    });

    private void Replace(View view)
    {
        if (view.IsHome)
        {
            homes[view.User] = view;
        }
        else if (stacks.TryGetValue(view.User, out var stack))
        {
            stacks[view.User] = [.. stack.Select(v => v.Id == view.Id ? view : v)];
        }
    }

    /// <summary>A field keeps the typed text only while block_id, action_id and type stay the same.</summary>
    private View Read(JsonElement content, View identity)
    {
        var blocks = BlockNormalization.Normalize(content.GetProperty("blocks"), () => Ids.Secret()[..5]);
        var values = ImmutableDictionary.CreateBuilder<FieldKey, JsonElement>();
        foreach (var field in BlockTree.Elements(blocks))
        {
            if (identity.Values.TryGetValue(field.Key, out var kept) && kept.Text("type") == field.Type)
            {
                values[field.Key] = kept;
            }
            else if (InputValues.Initial(field) is { } initial)
            {
                values[field.Key] = initial;
            }
        }

        return identity with
        {
            Hash = $"{workspace.Now.ToUnixTimeSeconds()}.{Ids.Secret()[..8]}",
            Blocks = blocks,
            Values = values.ToImmutable(),
            Title = content.At("title")?.Text("text") ?? "",
            Submit = content.At("submit")?.Text("text"),
            Close = content.At("close")?.Text("text"),
            CallbackId = content.Text("callback_id") ?? "",
            ExternalId = content.Text("external_id") ?? "",
            PrivateMetadata = content.Text("private_metadata") ?? "",
            ClearOnClose = content.Flag("clear_on_close"),
            NotifyOnClose = content.Flag("notify_on_close"),
        };
    }
}
