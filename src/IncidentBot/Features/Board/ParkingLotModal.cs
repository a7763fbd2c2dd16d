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

    private const string Text = "text";
    private const string Kind = "kind";
    private const int MostShown = 20;

    /// <summary>Leaves room for who parked it and when.</summary>
    private const int MaxText = 2500;

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

    public static Modal List(PostMortemView view, IReadOnlyList<ChannelMessage> messages, ReactionMap reactions) => new("Parking lot")
    {
        PrivateMetadata = view.Subject,
        CallbackId = "room_parking_lot",
        Close = "Close",
        Blocks = [.. Points(view.PostMortem, messages).DefaultIfEmpty(new SectionBlock(Empty(reactions)))],
    };

    private static Mrkdwn Empty(ReactionMap reactions) => reactions.EmojiFor(ReactionMeaning.Question) is [var emoji, ..]
        ? Mrkdwn.Text($"Nothing is parked yet. Press *Park it* on the board, or react to a message with :{emoji}:.")
        : Mrkdwn.Raw("Nothing is parked yet. Press *Park it* on the board.");

    private static IEnumerable<Block> Points(PostMortem postMortem, IReadOnlyList<ChannelMessage> messages) => postMortem.WriteUp.Parked
        .OrderBy(point => point.ParkedAt)
        .Select(point => Mrkdwn.Text(
            $"{Emoji(point.Kind)} {Mrkdwn.Escape(point.Text, MaxText)}\n"
                + $"_{Mrkdwn.User(point.ParkedBy.Value)}, {Mrkdwn.Date(point.ParkedAt)}_"))
        .Concat(messages.Select(
            message => Mrkdwn.Text(
                $":question: {Mrkdwn.FromSlack(message.Text).Fit(MaxText)}\n_{message.AuthorName}, {Mrkdwn.Date(message.At)}_")))
        .TakeLast(MostShown)
        .Select(text => new SectionBlock(text));

    private static Mrkdwn Emoji(ParkedKind kind) => Mrkdwn.Raw(kind == ParkedKind.Cause ? ":mag:" : ":question:");
}
