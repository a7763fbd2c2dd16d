using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>The modal around every form of the document.</summary>
internal static class SectionModal
{
    public const string CallbackId = "post_mortem_section";

    public static Modal Render(Dossier dossier, PostMortemKey key)
    {
        var form = SectionForms.Find(key.Section);
        return new Modal(form.Title)
        {
            CallbackId = CallbackId,
            PrivateMetadata = key.Write(),
            Submit = "Save",
            Close = "Back",
            Blocks = [.. form.Render(dossier, key.Item)],
        };
    }
}
