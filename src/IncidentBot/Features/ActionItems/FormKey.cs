using System.Globalization;

namespace IncidentBot.Features.ActionItems;

/// <summary>What a form is about, kept in its private metadata.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Subject">The id of the item or the idea; empty for something new.</param>
/// <param name="Source">The message that it was opened from, as "channel:ts"; otherwise empty.</param>
/// <param name="List">The list below the form, which is refreshed afterwards; null when there is none.</param>
internal sealed record FormKey(int Incident, string Subject = "", string Source = "", OpenList? List = null)
{
    public Guid Id => Guid.TryParseExact(Subject, "N", out var id) ? id : Guid.Empty;

    public static FormKey Of(string metadata) =>
        metadata.Split('|') is [var incident, var subject, var source, var list, var view]
        && int.TryParse(incident, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FormKey(number, subject, source, view.Length == 0 ? null : new OpenList(view, list))
            : new FormKey(0);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Incident}|{Subject}|{Source}|{List?.Subject}|{List?.ViewId}");
}

/// <summary>A list that is open in front of someone: its view, and what it lists.</summary>
internal sealed record OpenList(string ViewId, string Subject);
