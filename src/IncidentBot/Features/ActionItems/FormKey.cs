using IncidentBot.Commands;
using IncidentBot.PostMortems;

namespace IncidentBot.Features.ActionItems;

/// <summary>What a form is about, kept in its private metadata.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Subject">The id of the item or the idea; empty for something new.</param>
/// <param name="Source">The message that it was opened from, as "channel:ts"; empty when there is none.</param>
/// <param name="List">The list below the form, which is refreshed afterwards; null when there is none.</param>
internal sealed record FormKey(int Incident, string Subject = "", string Source = "", OpenedList? List = null)
{
    public Guid Id => ButtonValue.Read(Subject).Id();

    public static FormKey Of(string metadata)
    {
        var parts = ButtonValue.Read(metadata, ButtonValue.InForms);
        var (list, view) = (parts.Text(3), parts.Text(4));
        var open = view.Length == 0 ? null : new OpenedList(view, list, parts.Text(5));
        return new FormKey(parts.Number(), parts.Text(1), parts.Text(2), open);
    }

    public override string ToString() => ButtonValue.WriteForm(Incident, Subject, Source, List?.Subject, List?.ViewId, List?.OverviewId);
}
