using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>The modal around the form of any section.</summary>
internal static class SectionModal
{
    public const string CallbackId = "post_mortem_section";

    public static Modal Render(PostMortemView view, PostMortemKey key)
    {
        var form = SectionTable.FormOf(key.Section);
        return new Modal(form.Title)
        {
            CallbackId = CallbackId,
            PrivateMetadata = key.Write(),
            Submit = "Save",
            Close = "Back",
            Blocks = [.. CorrectionNotes.Of(view, key.Section), .. form.Render(view, key.Item)],
        };
    }
}
