using IncidentBot.Commands;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Board;

/// <summary>The parking lot: the form that parks a question or cause, and the list of what was parked.</summary>
internal static class ParkingLotModal
{
    public const string CallbackId = "room_park_point";

    /// <summary>The list's own; it has no submit button.</summary>
    public const string ListId = "room_parking_lot";

    private const string Text = "text";
    private const string Kind = "kind";
    private const int MostShown = 20;
    private const int MostSettled = 10;

    /// <summary>Leaves room for who parked it and when.</summary>
    private const int MaxText = 2500;

    /// <summary>What was settled is shown for reference.</summary>
    private const int MaxSettled = 700;

    private static readonly Option Question = new("Question", nameof(ParkedKind.Question));
    private static readonly Option Cause = new("Possible cause", nameof(ParkedKind.Cause));

    public static Modal ToPark(int number, Guid id) => new("Park it")
    {
        CallbackId = CallbackId,
        PrivateMetadata = new PostMortemKey(number, Item: id).Write(),
        Submit = "Park",
        Close = "Cancel",
        Blocks =
        [
            new InputBlock(Text, "What should we come back to?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                FocusOnLoad = true,
                Placeholder = "Why was no one paged on Tuesday?",
            }),
            new InputBlock(Kind, "Type", new RadioButtons("value") { Options = [Question, Cause], InitialOption = Question }),
        ],
    };

    public static (ParkedKind Kind, string Text) Read(ViewState state) =>
        (state.SelectedOption(Kind) == Cause.Value ? ParkedKind.Cause : ParkedKind.Question, state.Text(Text));

    public static Modal List(PostMortemView view, ReactionMap reactions, string overviewId = "") => new("Parking lot")
    {
        PrivateMetadata = new PostMortemKey(view.Number, OverviewId: overviewId).Write(),
        CallbackId = ListId,
        Close = "Close",
        Blocks =
        [
            .. view.OpenPoints.TakeLast(MostShown).SelectMany(point => Open(view, point))
                .DefaultIfEmpty(new SectionBlock(Empty(view, reactions))),
            .. Settled(view),
        ],
    };

    private static Mrkdwn Empty(PostMortemView view, ReactionMap reactions) => reactions.EmojiFor(ReactionMeaning.Question) switch
    {
        _ when view.Parked.Count > 0 => Mrkdwn.Raw("Nothing is open."),
        [var emoji, ..] => Mrkdwn.Text($"Nothing is parked yet. Press *Park it* on the board, or react to a message with :{emoji}:."),
        _ => Mrkdwn.Raw("Nothing is parked yet. Press *Park it* on the board."),
    };

    private static IEnumerable<Block> Open(PostMortemView view, ParkedPoint point)
    {
        var value = ButtonValue.Write(view.Number, point.Id);
        yield return new SectionBlock(Mrkdwn.Text($"{Line(point, MaxText)}\n_{By(point)}_"));
        yield return new ActionsBlock(
            new Button(BoardActions.AnswerPoint, "Answer") { Value = value },
            new Button(BoardActions.PointToIdea, "Make it an idea") { Value = value },
            new Button(BoardActions.DropPoint, "Drop")
            {
                Value = value,
                Confirm = new ConfirmationDialog("Drop it?", Mrkdwn.Raw("It is removed from the list and the write-up."), "Drop", "Keep"),
            });
    }

    private static Mrkdwn Line(ParkedPoint point, int longest) => point switch
    {
        { Item: { } item } => Mrkdwn.Text($"{Emoji(item.Kind)} {Mrkdwn.Escape(item.Text, longest)}"),
        { Message: { } message } => Mrkdwn.Text($":question: {Mrkdwn.FromSlack(message.Text).Fit(longest)}"),
        _ => Mrkdwn.Empty,
    };

    private static Mrkdwn By(ParkedPoint point) => point switch
    {
        { Item: { } item } => Mrkdwn.Text($"{Mrkdwn.User(item.ParkedBy.Value)}, {Mrkdwn.Date(item.ParkedAt)}"),
        { Message: { } message } => Mrkdwn.Text($"{message.AuthorName}, {Mrkdwn.Date(message.At)}"),
        _ => Mrkdwn.Empty,
    };

    private static IEnumerable<Block> Settled(PostMortemView view)
    {
        var settled = view.Parked.Select(point => point.Item).OfType<ParkedItem>().Where(item => item.Outcome is not null)
            .OrderBy(item => item.SettledAt).TakeLast(MostSettled).ToList();
        if (settled.Count > 0)
        {
            yield return new DividerBlock();
            yield return new ContextBlock(Mrkdwn.Raw("*Settled*"));
        }

        foreach (var item in settled)
        {
            yield return new SectionBlock(Mrkdwn.Text($":white_check_mark: {Mrkdwn.Escape(item.Text, MaxSettled)}\n_{Outcome(item)}_"));
        }
    }

    private static Mrkdwn Outcome(ParkedItem item) => item switch
    {
        { Outcome: ParkedOutcome.Answered, Answer: { } answer } => Mrkdwn.Escape(answer, MaxSettled),
        { Outcome: ParkedOutcome.Idea } => Mrkdwn.Raw("made an idea for an action"),
        _ => Mrkdwn.Raw("dropped"),
    };

    private static Mrkdwn Emoji(ParkedKind kind) => Mrkdwn.Raw(kind == ParkedKind.Cause ? ":mag:" : ":question:");
}

/// <summary>The form for the answer to a parked question.</summary>
internal static class AnswerPointModal
{
    public const string CallbackId = "room_parked_answer";

    private const string Answer = "answer";

    public static Modal Render(PostMortemKey key, string question) => new("Answer")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Save",
        Close = "Back",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Escape(question, SectionBlock.MaxTextLength)),
            new InputBlock(Answer, "What did we find out?", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = PostMortemLimits.Point,
                FocusOnLoad = true,
            }),
        ],
    };

    public static string Read(ViewState state) => state.Text(Answer);
}
