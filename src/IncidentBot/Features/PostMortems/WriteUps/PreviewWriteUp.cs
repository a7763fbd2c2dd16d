using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Preview": the message and the file as they would be published now.</summary>
internal sealed class PreviewWriteUp(Dossiers dossiers, WriteUpSource source, PostMortemHub hub) : IBlockActionHandler
{
    private const int MostPages = 10;

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var markdown = WriteUpMarkdown.Render(await source.OfAsync(dossier, cancellationToken));
        await hub.ShowAsync(request, Render(dossier, markdown), cancellationToken);
    }

    private static Modal Render(Dossier dossier, string markdown) => new("Preview")
    {
        Close = "Back",
        Blocks =
        [
            .. WriteUpMessage.Blocks(dossier, Mrkdwn.Raw("links to the channel and the headline")),
            new DividerBlock(),
            new ContextBlock(Mrkdwn.Raw("The file:")),
            .. Pages(markdown).Take(MostPages).Select(page => new SectionBlock(new PlainText(page))),
            .. dossier.PostMortem.DraftedAt is null && dossier.PostMortem.PublishedAt is null ? Share(dossier) : [],
        ],
    };

    private static ActionsBlock[] Share(Dossier dossier) =>
    [
        new ActionsBlock(new Button(PostMortemActions.ShareDraft, "Share this draft for corrections") { Value = dossier.Subject }),
    ];

    private static IEnumerable<string> Pages(string markdown) => markdown.Trim().Chunk(SectionBlock.MaxTextLength - 100).Select(page => new string(page));
}
