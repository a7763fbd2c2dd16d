using System.Globalization;

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
    public static PostMortemKey Read(string metadata)
    {
        var parts = metadata.Split('|');
        return new PostMortemKey(
            ReadNumber(parts[0]), parts[1], Guid.Parse(parts[2]), parts[3], parts[4], parts[5], parts.ElementAtOrDefault(6) ?? "");
    }

    /// <summary>The value of a button: "12", "12:summary" or "12:factor:0195...".</summary>
    public static PostMortemKey ReadValue(string value)
    {
        var parts = value.Split(':');
        return new PostMortemKey(
            ReadNumber(parts[0]), parts.ElementAtOrDefault(1) ?? "", parts.Length > 2 ? Guid.Parse(parts[2]) : default);
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Number}|{Section}|{Item}|{OverviewId}|{List}|{Person}|{Seen}");

    public string WriteValue() => Item == default
        ? string.Create(CultureInfo.InvariantCulture, $"{Number}:{Section}")
        : string.Create(CultureInfo.InvariantCulture, $"{Number}:{Section}:{Item}");

    private static int ReadNumber(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
