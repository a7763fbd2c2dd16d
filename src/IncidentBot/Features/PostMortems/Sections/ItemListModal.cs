using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>The factors or the learnings, each to edit or to remove, and the way to one more.</summary>
internal static class ItemListModal
{
    public const string CallbackId = "post_mortem_items";

    public static Modal Render(Dossier dossier, PostMortemKey key) => new(key.Section == SectionForms.Factors ? "Contributing factors" : "Learnings")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Close = "Back",
        Blocks =
        [
            .. Items(dossier.PostMortem, key.Section).SelectMany(item => Row(item, key)),
            new ActionsBlock(new Button(PostMortemActions.OpenItem, "Add one more")
            {
                Value = (key with { Item = default }).WriteValue(),
                Style = ButtonStyle.Primary,
            }),
        ],
    };

    public static bool HasItems(Dossier dossier, string section) => Items(dossier.PostMortem, section).Any();

    /// <summary>Whether the item that a form is about is there now.</summary>
    public static bool Has(Dossier dossier, PostMortemKey key) => Items(dossier.PostMortem, key.Section).Any(item => item.Id == key.Item);

    private static IEnumerable<(Guid Id, Mrkdwn Text)> Items(PostMortem postMortem, string section) => section == SectionForms.Factors
        ? postMortem.Factors.OrderBy(factor => factor.Position).Select(factor => (factor.Id, Mrkdwn.Text($"{factor.Text}{About(factor)}")))
        : postMortem.Learnings.OrderBy(learning => learning.Position).Select(learning => (learning.Id, Mrkdwn.Text($"{learning.Text}{About(learning)}")));

    private static IEnumerable<Block> Row((Guid Id, Mrkdwn Text) item, PostMortemKey key)
    {
        var value = (key with { Item = item.Id }).WriteValue();
        yield return new SectionBlock(item.Text);
        yield return new ActionsBlock(
            new Button(PostMortemActions.OpenItem, "Edit") { Value = value },
            new Button(PostMortemActions.RemoveItem, "Remove") { Value = value });
    }

    private static Mrkdwn About(ContributingFactor factor)
    {
        string?[] words =
        [
            factor.Category is { } category ? DocumentWords.Of(category) : null,
            factor.Effect is { } effect ? DocumentWords.Of(effect) : null,
            factor.IsAssumption ? "A reasonable assumption" : null,
        ];
        return Mrkdwn.Text($"\n_{string.Join(" · ", words.OfType<string>())}_");
    }

    private static Mrkdwn About(Learning learning) =>
        learning.Destination is { } destination ? Mrkdwn.Text($"\n_{DocumentWords.Of(destination)}_") : Mrkdwn.Empty;
}
