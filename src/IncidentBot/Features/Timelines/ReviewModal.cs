using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Timelines;

/// <summary>The incident and the pages of the two lists; stored in the modal and its buttons as "12:0:0".</summary>
internal sealed record ReviewPage(int Incident, int Page = 0, int MessagePage = 0)
{
    public override string ToString() => ButtonValue.Write(Incident, Page, MessagePage);

    public static ReviewPage Parse(string text)
    {
        var parts = ButtonValue.Read(text);
        return new ReviewPage(parts.Number(), parts.Number(1), parts.Number(2));
    }
}

/// <summary>What the review shows.</summary>
/// <param name="Page">The incident and the pages.</param>
/// <param name="Lines">The whole timeline, in order.</param>
/// <param name="ShowsDates">Whether times need a date, because the timeline spans several days.</param>
/// <param name="Gaps">The gaps of the incident.</param>
/// <param name="Messages">One page of the messages that are not entries yet, in plain words.</param>
/// <param name="MessageCount">How many such messages there are in all.</param>
internal sealed record Review(
    ReviewPage Page,
    IReadOnlyList<TimelineLine> Lines,
    bool ShowsDates,
    Gaps Gaps,
    IReadOnlyList<ReviewMessage> Messages,
    int MessageCount);

/// <summary>A message that is not an entry yet.</summary>
internal sealed record ReviewMessage(string Ts, DateTimeOffset At, string AuthorName, string Text, bool IsReply);

/// <summary>
/// The review list: first the quiet periods, then the timeline with a menu at every entry, then the messages that are not on it yet, each
/// with a button to add it, so that no one starts from an empty timeline.
/// </summary>
internal static class ReviewModal
{
    public const int PageSize = 20;
    public const int MessagePageSize = 10;

    /// <summary>Value: what to do and the entry, "edit:ID".</summary>
    public const string EntryMenu = "timeline_entry_menu";

    /// <summary>Value: the message's ts.</summary>
    public const string AddMessage = "timeline_message_add";

    /// <summary>Value: the entry's kind and the message's ts, "signal:TS".</summary>
    public const string AddMessageAs = "timeline_message_add_as";

    /// <summary>Value: from, to and whether people were working, "Change:FirstSymptom:True".</summary>
    public const string MarkGap = "timeline_gap_mark";

    /// <summary>Value: the page to show.</summary>
    public const string Older = "timeline_older";

    /// <summary>Value: the page to show.</summary>
    public const string Newer = "timeline_newer";

    private const int ShownLength = 250;

    public static Modal Render(Review review) => new($"Incident {review.Page.Incident} timeline")
    {
        PrivateMetadata = review.Page.ToString(),
        Close = "Done",
        Blocks =
        [
            .. Gaps(review.Gaps),
            Corrections(review.Page.Incident),
            new HeaderBlock("Timeline"),
            .. review.Lines.Skip(review.Page.Page * PageSize).Take(PageSize).Select(line => Line(line, review.ShowsDates)),
            .. PageButtons(review.Page.Page, PageSize, review.Lines.Count, page => review.Page with { Page = page }),
            new HeaderBlock("Not on the timeline yet"),
            .. review.MessageCount == 0 ? [new ContextBlock(Mrkdwn.Raw("Nothing left to add."))] : Array.Empty<Block>(),
            .. review.Messages.SelectMany(message => Message(message, review.ShowsDates)),
            .. PageButtons(review.Page.MessagePage, MessagePageSize, review.MessageCount, page => review.Page with { MessagePage = page }),
        ],
    };

    private static IEnumerable<Block> Gaps(Gaps gaps)
    {
        if (gaps.All.Count == 0)
        {
            yield return new ContextBlock(Mrkdwn.Raw(
                "Add two milestones, such as change, symptom, alert or fix, to see the quiet periods between them."));
        }

        foreach (var gap in gaps.All.OrderBy(gap => gap.Worked).ThenByDescending(gap => gap.Duration))
        {
            var text = Mrkdwn.Text($"{gap.Label}, {IncidentDuration.Format(gap.Duration)}");
            var detail = gap.Worked ? Mrkdwn.Raw(" · _people were working_") : Mrkdwn.Text($" · {EntryCount(gap.EntriesInside)}");
            yield return new SectionBlock(
                gap == gaps.Longest ? Mrkdwn.Text($"*Longest quiet period: {text}*{detail}") : Mrkdwn.Text($"{text}{detail}"))
            {
                Accessory = new Button(MarkGap, gap.Worked ? "No one was working" : "People were working")
                { Value = ButtonValue.Write(gap.From, gap.To, !gap.Worked) },
            };
        }

        if (gaps is { All.Count: > 0, Unknown.Length: > 0 })
        {
            yield return new ContextBlock(Mrkdwn.Text($"Not known: {gaps.Unknown}"));
        }
    }

    private static ActionsBlock Corrections(int incident) => new(
        new Button(CardActions.EditMilestones, "Edit milestones")
        {
            Value = ButtonValue.Write(incident, MilestonesModal.FromTimeline),
        },
        new Button(CardActions.TimelineHistory, HistoryModal.Label) { Value = ButtonValue.Write(incident) });

    private static Block Line(TimelineLine line, bool dates)
    {
        var head = Mrkdwn.Text($"{When(line.At, dates)} {Mrkdwn.Raw(EntryWords.For(line.Kind, line.SignalState).Emoji)}");
        var text = SlackText.Truncate(line.Text, ShownLength);
        if (line.Entry is not { } entry)
        {
            return new ContextBlock(Mrkdwn.Text($"{head} {text}"));
        }

        var star = Mrkdwn.Raw(entry.IsStarred ? " :star:" : "");
        return new SectionBlock(Mrkdwn.Text($"{head}{star} {text}{FileWords.Links(entry.Files)} · _{line.ActorName}_{Suffix(entry)}"))
        {
            Accessory = new Overflow(EntryMenu,
            [
                new Option("Edit…", $"edit:{entry.Id:N}"),
                entry.IsStarred ? new Option("Remove star", $"unstar:{entry.Id:N}") : new Option("Add star", $"star:{entry.Id:N}"),
                new Option("Remove", $"remove:{entry.Id:N}"),
                .. entry.EarlierTexts.Count > 0 ? [new Option(HistoryModal.Label, $"history:{entry.Id:N}")] : Array.Empty<Option>(),
            ]),
        };
    }

    private static Mrkdwn Suffix(TimelineEntry entry) => Mrkdwn.Raw(
        (entry.EarlierTexts.Count > 0 ? " _(edited)_" : "") + (entry.MessageDeletedAt is null ? "" : " _(message deleted)_"));

    private static IEnumerable<Block> Message(ReviewMessage message, bool dates)
    {
        var thread = Mrkdwn.Raw(message.IsReply ? " _in a thread_" : "");
        yield return new SectionBlock(Mrkdwn.Text(
            $"{When(message.At, dates)} {SlackText.Truncate(message.Text, ShownLength)} · _{message.AuthorName}_{thread}"));
        yield return new ActionsBlock(
            new Button(AddMessage, "Add") { Value = message.Ts },
            new Overflow(AddMessageAs,
            [
                .. EntryWords.All.Where(words => words != EntryWords.Event).Take(Overflow.MaxOptions)
                    .Select(words => new Option($"as {words.Word.ToLowerInvariant()}", $"{words.Value}:{message.Ts}")),
            ]));
    }

    private static IEnumerable<Block> PageButtons(int page, int size, int count, Func<int, ReviewPage> pageAt)
    {
        var last = Math.Max(0, (count - 1) / size);
        List<IActionsElement> buttons =
        [
            .. page > 0 ? [new Button(Older, "Older") { Value = pageAt(page - 1).ToString() }] : Array.Empty<IActionsElement>(),
            .. page < last ? [new Button(Newer, "Newer") { Value = pageAt(page + 1).ToString() }] : Array.Empty<IActionsElement>(),
        ];
        return buttons.Count > 0 ? [new ActionsBlock(buttons)] : [];
    }

    private static Mrkdwn When(DateTimeOffset at, bool dates) =>
        Mrkdwn.Text($"*{Mrkdwn.Date(at, dates ? "{date_short} {time}" : "{time}")}*");

    private static string EntryCount(int entries) => entries switch
    {
        0 => "no entries",
        1 => "1 entry inside",
        _ => string.Create(CultureInfo.InvariantCulture, $"{entries} entries inside"),
    };
}
