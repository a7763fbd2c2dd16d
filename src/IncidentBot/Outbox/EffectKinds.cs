using System.Collections.Frozen;
using IncidentBot.Outbox.Effects;

namespace IncidentBot.Outbox;

/// <summary>The name under which each kind of effect is stored. A name never changes its meaning once released.</summary>
internal static class EffectKinds
{
    private static readonly FrozenDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["create_channel"] = typeof(CreateChannel),
        ["invite"] = typeof(Invite),
        ["invite_on_call"] = typeof(InviteOnCall),
        ["post"] = typeof(Post),
        ["refresh_card"] = typeof(RefreshCard),
        ["pin_card"] = typeof(PinCard),
        ["set_topic"] = typeof(SetTopic),
        ["rename_channel"] = typeof(RenameChannel),
        ["bookmark"] = typeof(Bookmark),
        ["react"] = typeof(React),
        ["publish_home"] = typeof(PublishHome),
        ["upload_file"] = typeof(UploadFile),
        ["write_canvas"] = typeof(WriteCanvas),
        ["read_channel"] = typeof(ReadChannel),
        ["archive_channel"] = typeof(ArchiveChannel),
        ["withdraw_from_announcements"] = typeof(WithdrawFromAnnouncements),
        ["show_channel"] = typeof(ShowChannel),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IEnumerable<Type> All => Types.Values;

    public static string NameOf(IEffect effect) => Names[effect.GetType()];

    public static Type? TypeOf(string kind) => Types.GetValueOrDefault(kind);
}
