using IncidentBot.Cards;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>Lists the factors, the learnings or the chains of whys, with buttons to edit, remove and add them.</summary>
internal static class ItemListModal
{
    public const string CallbackId = "post_mortem_items";

    private const int FieldLimit = 2800;

    public static Modal Render(PostMortemView view, PostMortemKey key) => new(TitleOf(key.Section))
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Close = "Back",
        Blocks =
        [
            .. CorrectionNotes.Of(view, key.Section),
            .. Items(view, key.Section).SelectMany(item => Row(item, key)),
            new ActionsBlock(new Button(PostMortemActions.OpenItem, AddLabel(key.Section))
            {
                Value = (key with { Item = default }).WriteValue(),
                Style = ButtonStyle.Primary,
            }),
        ],
    };

    /// <summary>Whether the section opens as a list; a single chain of whys opens directly.</summary>
    public static bool IsNeeded(PostMortemView view, string section) =>
        WriteUpSections.Find(section) is { IsList: true }
        && Items(view, section).Count() > (section == PostMortemPart.Whys ? 1 : 0);

    /// <summary>Whether the item still exists.</summary>
    public static bool Contains(PostMortemView view, PostMortemKey key) =>
        Items(view, key.Section).Any(item => item.Id == key.Item);

    private static string AddLabel(string section) =>
        section == PostMortemPart.Whys ? "Start from another symptom" : "Add another";

    private static string TitleOf(string section) => section switch
    {
        PostMortemPart.Factors => "Contributing factors",
        PostMortemPart.Whys => "5 Whys",
        _ => "Learnings",
    };

    private static IEnumerable<(Guid Id, Mrkdwn Text)> Items(PostMortemView view, string section) => section switch
    {
        PostMortemPart.Factors =>
            view.PostMortem.WriteUp.Factors.OrderBy(factor => factor.Position)
                .Select(factor => (factor.Id, Mrkdwn.Text($"{factor.Text}{About(factor)}"))),
        PostMortemPart.Whys =>
            view.PostMortem.WriteUp.WhyChains
                .Select(chain => (chain.Id, WhyWords.Chain(chain, FieldLimit, view.Causes.GetValueOrDefault(chain.Id)))),
        _ =>
            view.PostMortem.WriteUp.Learnings.OrderBy(learning => learning.Position)
                .Select(learning => (learning.Id, Mrkdwn.Text($"{learning.Text}{About(learning)}"))),
    };

    private static IEnumerable<Block> Row((Guid Id, Mrkdwn Text) item, PostMortemKey key)
    {
        var value = (key with { Item = item.Id }).WriteValue();
        yield return new SectionBlock(item.Text);
        yield return new ActionsBlock([.. Buttons(key.Section, value)]);
    }

    private static IEnumerable<IActionsElement> Buttons(string section, string value)
    {
        yield return new Button(PostMortemActions.OpenItem, "Edit") { Value = value };
        yield return new Button(PostMortemActions.RemoveItem, "Remove") { Value = value };
        if (section == PostMortemPart.Whys)
        {
            yield return new Button(PostMortemActions.ChooseGap, "Close this gap first") { Value = value };
        }
    }

    private static Mrkdwn About(ContributingFactor factor) => Mrkdwn.Text($"\n_{string.Join(" · ", DocumentWords.About(factor))}_");

    private static Mrkdwn About(Learning learning) =>
        learning.Destination is { } destination ? Mrkdwn.Text($"\n_{DestinationWords.Of(destination)}_") : Mrkdwn.Empty;
}
