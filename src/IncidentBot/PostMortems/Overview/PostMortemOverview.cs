using IncidentBot.Cards;
using IncidentBot.Domain.Language;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.PostMortems.Overview;

/// <summary>
/// The whole post-mortem at a glance: its status, its sections, what is missing and why, and the buttons.
/// </summary>
internal static class PostMortemOverview
{
    public const string CallbackId = "post_mortem";

    public static Modal Render(PostMortemView view, DateTimeOffset now) => new("Post-mortem")
    {
        CallbackId = CallbackId,
        PrivateMetadata = view.Subject,
        Close = "Close",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*")) { Fields = [.. Facts(view)] },
            .. Covered(view),
            .. OverviewStep.Of(view) is { } next ? [next.Render()] : Array.Empty<Block>(),
            .. Meeting(view),
            .. PreparationBlocks.Of(view),
            .. Parked(view),
            .. FollowUpBlocks.Of(view, now),
            .. view.Earlier.Select(each => each.Block()),
            new DividerBlock(),
            .. Sections(view),
            new DividerBlock(),
            new ContextBlock(PublishingStatus(view)),
            FinalButtons(view),
        ],
    };

    private static IEnumerable<Block> Covered(PostMortemView view) => view.Covered.Count == 0
        ? []
        :
        [
            new SectionBlock(Mrkdwn.Text(
                $"*Also covers*\n{Mrkdwn.Join("\n", view.Covered.Select(incident => IncidentWords.Title(incident)))}")),
        ];

    private static IEnumerable<TextObject> Facts(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        if (postMortem.State is not PostMortemState.Due)
        {
            yield return Mrkdwn.Text($"*Status*\n{PostMortemWords.Status(postMortem)}");
        }

        if (postMortem.State is not PostMortemState.NotRequired)
        {
            yield return postMortem.DueAt is { } due
                ? Mrkdwn.Text($"*{PostMortemWords.Need(postMortem)}, due*\n{Mrkdwn.Date(due)}")
                : Mrkdwn.Text($"*{PostMortemWords.Need(postMortem)}*\n{PostMortemWords.OnHold}");
        }

        yield return Mrkdwn.Text($"*Meeting*\n{MeetingStatus(postMortem)}");
        yield return Mrkdwn.Text($"*Facilitator*\n{IncidentWords.Of(postMortem.Facilitator, "no one yet")}");
    }

    private static Mrkdwn MeetingStatus(PostMortem postMortem) => postMortem switch
    {
        { Meeting.Start: { } start } => Mrkdwn.Date(start),
        { Meeting.HeldAt: not null } => Mrkdwn.Raw("held"),
        { WriteUp.PublishedAt: not null } => Mrkdwn.Raw("not held"),
        _ => Mrkdwn.Raw("not scheduled yet"),
    };

    /// <summary>What can be done about the meeting besides the next step.</summary>
    private static IEnumerable<Block> Meeting(PostMortemView view)
    {
        var next = OverviewStep.Of(view)?.Button.ActionId;
        var buttons = MeetingButtons(view).Where(button => button.ActionId != next).ToList();
        return buttons.Count > 0 ? [new ActionsBlock([.. buttons])] : [];
    }

    private static IEnumerable<Button> MeetingButtons(PostMortemView view)
    {
        var postMortem = view.PostMortem;
        if (postMortem.State is PostMortemState.NotRequired || postMortem.WriteUp.PublishedAt is not null)
        {
            yield break;
        }

        var isAhead = postMortem.HeldOrPublishedAt is null;
        if (isAhead)
        {
            yield return new Button(BoardActions.Open, "Start meeting") { Value = view.Subject };
        }

        var facilitator = postMortem.Facilitator is null ? "Choose facilitator" : "Change facilitator";
        yield return new Button(PostMortemActions.Facilitator, facilitator) { Value = view.Subject };
        if (isAhead)
        {
            yield return new Button(PostMortemActions.Schedule, postMortem.Meeting.Start is null ? "Schedule" : "Move meeting")
            {
                Value = view.Subject,
            };
            yield return new Button(PostMortemActions.MarkHeld, "We held it") { Value = view.Subject };
        }
    }

    /// <summary>What the meeting set aside and no one has come back to.</summary>
    private static IEnumerable<Block> Parked(PostMortemView view) => view.OpenPoints.Count() is var open and > 0
        ?
        [
            new SectionBlock(Mrkdwn.Text($"*Parking lot*\n{(open == 1 ? "1 question is" : $"{open} questions are")} still open."))
            {
                Accessory = new Button(BoardActions.ParkingLot, "Answer")
                {
                    Value = view.Subject,
                    AccessibilityLabel = "Answer: Parking lot",
                },
            },
        ]
        : [];

    private static IEnumerable<Block> Sections(PostMortemView view)
    {
        var lines = view.Completeness.Lines.ToLookup(line => WriteUpSections.Of(line.Section).PartOf ?? line.Section);
        var kept = Kept(view).ToLookup(text => text.Section, text => text.Kept);
        foreach (var row in OverviewRow.All)
        {
            var known = lines[row.Section.Id];
            yield return new SectionBlock(row.Text(known, kept[row.Section.Id])) { Accessory = row.Button(view.Subject, known) };
        }

        if (view.PostMortem.WriteUp.Corrections.Count > 0)
        {
            yield return new SectionBlock(OverviewRow.Corrections.Text(lines[DocumentSection.Corrections], []));
        }

        if (view.Actions.Count == 0)
        {
            yield return new ActionsBlock(
                new Button(PostMortemActions.OpenSection, "No actions? Say why")
                {
                    Value = new PostMortemKey(view.Number, PostMortemPart.NoActions).WriteValue(),
                });
        }
    }

    /// <summary>The texts kept with a reason that are still in the document.</summary>
    private static IEnumerable<(DocumentSection Section, AcceptedWording Kept)> Kept(PostMortemView view) =>
        from text in DocumentBlameCheck.Texts(view.Facts)
        let kept = view.Kept.FirstOrDefault(known => known.Covers(text.FieldText))
        where kept is not null
        select (text.Section, kept);

    private static Mrkdwn PublishingStatus(PostMortemView view) => view switch
    {
        { PostMortem.State: PostMortemState.Published } => Mrkdwn.Raw("Published. To make edits public, press *Publish correction*."),
        { Completeness.CanPublish: true } => Mrkdwn.Raw("Ready to publish."),
        _ => Mrkdwn.Raw($"Complete the sections marked {OverviewRow.MissingMark} before publishing."),
    };

    private static ActionsBlock FinalButtons(PostMortemView view) => new([.. Final(view)]);

    private static IEnumerable<Button> Final(PostMortemView view)
    {
        var published = view.PostMortem.WriteUp.PublishedAt is not null;
        yield return new Button(PostMortemActions.Preview, "Preview") { Value = view.Subject };
        if (OverviewStep.Of(view)?.Button.ActionId != PostMortemActions.Publish)
        {
            yield return new Button(PostMortemActions.Publish, published ? "Publish correction" : "Publish")
            {
                Value = published ? new PostMortemKey(view.Number, PostMortemActions.Correction).WriteValue() : view.Subject,
            };
        }

        if (!published)
        {
            yield return new Button(PostMortemActions.Waive, "Waive…") { Value = view.Subject };
        }

        yield return new Button(CardActions.PostMortemHistory, HistoryModal.Label) { Value = view.Subject };
    }
}
