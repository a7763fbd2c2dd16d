using IncidentBot.Commands;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.WriteUps;

/// <summary>The message and the document as they would be published now, with a menu of templates.</summary>
internal static class PreviewModal
{
    public static Modal Render(WriteUpDocument writeUp)
    {
        var view = writeUp.PostMortemView;
        return new Modal("Preview")
        {
            Close = "Back",
            Blocks =
            [
                .. WriteUpMessage.Blocks(view, writeUp.GapTitle),
                new DividerBlock(),
                Template(writeUp),
                .. PrintedBlocks.Of(WriteUpMarkdown.Render(writeUp)),
                .. view.PostMortem is { WriteUp.DraftedAt: null, WriteUp.PublishedAt: null } ? [Share(view)] : Array.Empty<Block>(),
            ],
        };
    }

    /// <summary>The number and the template's key: "12:one-page".</summary>
    public static (int Number, string Key) ReadTemplate(string value) =>
        (PostMortemKey.ReadValue(value).Number, PostMortemKey.ReadValue(value).Section);

    private static SectionBlock Template(WriteUpDocument writeUp)
    {
        var options = WriteUpTemplates.All.Select(template =>
            new Option(new PlainText(template.Name), ButtonValue.Write(writeUp.PostMortemView.Number, template.Key))).ToList();
        return new SectionBlock(Mrkdwn.Raw("*Document template*"))
        {
            Accessory = new StaticSelect(PostMortemActions.Template)
            {
                Options = options,
                InitialOption = options.Find(option => ReadTemplate(option.Value).Key == writeUp.Template.Key),
            },
        };
    }

    private static ActionsBlock Share(PostMortemView view) =>
        new(new Button(PostMortemActions.ShareDraft, "Share draft") { Value = view.Subject });
}
