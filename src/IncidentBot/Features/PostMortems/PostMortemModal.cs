using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Wording;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Features.PostMortems.Preparing;
using IncidentBot.Features.PostMortems.Room;
using IncidentBot.Features.PostMortems.Sections;
using IncidentBot.Slack.Blocks;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems;

/// <summary>The whole post-mortem at a glance: where it stands, what is written, what is missing and why it matters, and what to press.</summary>
internal static class PostMortemModal
{
    public const string CallbackId = "post_mortem";

    public static Modal Render(Dossier dossier) => new("Post-mortem")
    {
        CallbackId = CallbackId,
        PrivateMetadata = dossier.Subject,
        Close = "Close",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(dossier.Incident)}*")) { Fields = [.. Facts(dossier)] },
            Meeting(dossier),
            .. PreparationBlocks.Of(dossier),
            .. FollowUpBlocks.Of(dossier),
            new DividerBlock(),
            .. Sections(dossier),
            new DividerBlock(),
            new ContextBlock(Verdict(dossier)),
            Ending(dossier),
        ],
    };

    private static IEnumerable<TextObject> Facts(Dossier dossier)
    {
        var postMortem = dossier.PostMortem;
        if (postMortem.State is not PostMortemState.Due)
        {
            yield return Mrkdwn.Text($"*Stands*\n{PostMortemWords.Standing(postMortem)}");
        }

        yield return postMortem.DueAt is { } due
            ? Mrkdwn.Text($"*{PostMortemWords.Need(postMortem)}, due*\n{Mrkdwn.Date(due)}")
            : Mrkdwn.Text($"*{PostMortemWords.Need(postMortem)}*\nits clock stands");
        yield return postMortem.MeetingAt is { } meeting
            ? Mrkdwn.Text($"*Meeting*\n{Mrkdwn.Date(meeting)}")
            : Mrkdwn.Raw(postMortem.MetAt is null ? "*Meeting*\nno time chosen yet" : "*Meeting*\nheld");
        yield return Mrkdwn.Text($"*Facilitator*\n{IncidentWords.Of(postMortem.Facilitator, "nobody yet")}");
    }

    private static ActionsBlock Meeting(Dossier dossier) => new([.. MeetingButtons(dossier)]);

    private static IEnumerable<IActionsElement> MeetingButtons(Dossier dossier)
    {
        yield return new Button(RoomActions.Open, "Start the meeting") { Value = dossier.Subject };
        yield return new Button(PostMortemActions.Facilitator, "Facilitator") { Value = dossier.Subject };
        if (dossier.PostMortem.MetAt is null)
        {
            yield return new Button(PostMortemActions.Schedule, dossier.PostMortem.MeetingAt is null ? "Schedule" : "Move the meeting") { Value = dossier.Subject };
            yield return new Button(PostMortemActions.Held, "We held it") { Value = dossier.Subject };
        }
    }

    private static IEnumerable<Block> Sections(Dossier dossier)
    {
        var lines = dossier.Completeness.Lines.ToLookup(line => SectionForms.WordOf(line.Section));
        var kept = Kept(dossier).ToLookup(text => SectionForms.WordOf(text.Section), text => text.Kept);
        foreach (var row in HubRow.All)
        {
            yield return new SectionBlock(row.Text(lines[row.Word], kept[row.Word])) { Accessory = row.Button(dossier.Subject) };
        }

        if (dossier.PostMortem.Corrections.Count > 0)
        {
            yield return new SectionBlock(HubRow.Corrections.Text(lines[HubRow.Corrections.Word], []));
        }

        if (dossier.Actions.Count == 0)
        {
            yield return new ActionsBlock(
                new Button(PostMortemActions.OpenSection, "There is no action: say why")
                {
                    Value = new PostMortemKey(dossier.Number, SectionForms.NoActions).WriteValue(),
                });
        }
    }

    /// <summary>Of what was kept with a reason, what still stands in the document.</summary>
    private static IEnumerable<(DocumentSection Section, KeptWording Kept)> Kept(Dossier dossier) =>
        from text in DocumentWording.Texts(dossier.PostMortem)
        let kept = dossier.Kept.FirstOrDefault(known => known.IsOf(text.Worded))
        where kept is not null
        select (text.Section, kept);

    private static Mrkdwn Verdict(Dossier dossier) => dossier switch
    {
        { PostMortem.State: PostMortemState.Published } => Mrkdwn.Raw("Published. Edits become public with a corrected version: press *Publish a correction*."),
        { Completeness.CanPublish: true } => Mrkdwn.Raw("Nothing stands in the way of publishing."),
        _ => Mrkdwn.Raw($"Lines marked {HubRow.MissingMark} are needed before it can be published."),
    };

    private static ActionsBlock Ending(Dossier dossier)
    {
        var published = dossier.PostMortem.PublishedAt is not null;
        var preview = new Button(PostMortemActions.Preview, "Preview") { Value = dossier.Subject };
        var publish = new Button(PostMortemActions.Publish, published ? "Publish a correction" : "Publish")
        {
            Value = published ? new PostMortemKey(dossier.Number, PostMortemActions.Correction).WriteValue() : dossier.Subject,
            Style = ButtonStyle.Primary,
        };
        return published
            ? new ActionsBlock(preview, publish)
            : new ActionsBlock(preview, publish, new Button(PostMortemActions.Waive, "Waive…") { Value = dossier.Subject });
    }
}
