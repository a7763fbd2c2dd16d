using IncidentBot.Commands;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>What a modal of a post-mortem carries in its metadata: only keys, so that every decision uses freshly loaded data.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Section">The section's word; empty for modals about the whole post-mortem.</param>
/// <param name="Item">The factor, learning or chain of whys; a new one has its id from the start, so saving it twice adds it once.</param>
/// <param name="OverviewId">The view id of the overview below; empty when there is none.</param>
/// <param name="ListId">The view id of the list of items below; empty when there is none.</param>
/// <param name="Person">The person that the modal warned about; empty before a warning.</param>
/// <param name="Seen">What the modal showed when it was opened, to notice someone else's change; empty when it doesn't matter.</param>
internal sealed record PostMortemKey(
    int Number, string Section = "", Guid Item = default, string OverviewId = "", string ListId = "", string Person = "", string Seen = "")
{
    /// <summary>Whether the modal is about one item of a list.</summary>
    public bool IsListItem => WriteUpSections.Find(Section) is { IsList: true };

    /// <summary>The part that the modal changes, as the history names it.</summary>
    public string Part => Section == PostMortemPart.Whys ? PostMortemPart.OfWhys(Item) : IsListItem ? PostMortemPart.Of(Item) : Section;

    public static PostMortemKey Read(string metadata)
    {
        var parts = ButtonValue.Read(metadata, ButtonValue.InForms);
        return new PostMortemKey(
            parts.Number(), parts.Text(1), parts.Id(2), parts.Text(3), parts.Text(4), parts.Text(5), parts.Text(6));
    }

    /// <summary>The value of a button: "12", "12:summary" or "12:factor:0195...".</summary>
    public static PostMortemKey ReadValue(string value)
    {
        var parts = ButtonValue.Read(value);
        return new PostMortemKey(parts.Number(), parts.Text(1), parts.Id(2));
    }

    public string Write() => ButtonValue.WriteForm(Number, Section, Item.ToString(), OverviewId, ListId, Person, Seen);

    // The id has hyphens, as in buttons that earlier releases posted.
    public string WriteValue() =>
        Item == default ? ButtonValue.Write(Number, Section) : ButtonValue.Write(Number, Section, Item.ToString());
}
