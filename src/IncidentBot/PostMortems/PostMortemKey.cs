using IncidentBot.Commands;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;

namespace IncidentBot.PostMortems;

/// <summary>What a modal of a post-mortem carries in its metadata: only keys, so that decisions use freshly loaded data.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Section">The section's word; empty for the modals that are about the whole.</param>
/// <param name="Item">The factor or learning; a new one has its id from the start, so that saving it twice adds it once.</param>
/// <param name="OverviewId">The view below that shows the whole post-mortem; empty when there is none.</param>
/// <param name="List">The view below that lists the items; empty when there is none.</param>
/// <param name="Person">Someone whom the modal warned of; empty when it did not.</param>
/// <param name="Seen">The state when the modal was opened, so that someone else's change in between is noticed; empty for
/// nothing.</param>
internal sealed record PostMortemKey(
    int Number, string Section = "", Guid Item = default, string OverviewId = "", string List = "", string Person = "", string Seen = "")
{
    /// <summary>Its section is a list, and it is about one item.</summary>
    public bool IsOfList => WriteUpSections.Find(Section) is { IsList: true };

    /// <summary>What it is about, as the record of changes calls it.</summary>
    public string Part => Section == PostMortemPart.Whys ? PostMortemPart.OfWhys(Item) : IsOfList ? PostMortemPart.Of(Item) : Section;

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

    public string Write() => ButtonValue.WriteForm(Number, Section, Item.ToString(), OverviewId, List, Person, Seen);

    // With hyphens, as releases before wrote it.
    public string WriteValue() =>
        Item == default ? ButtonValue.Write(Number, Section) : ButtonValue.Write(Number, Section, Item.ToString());
}
