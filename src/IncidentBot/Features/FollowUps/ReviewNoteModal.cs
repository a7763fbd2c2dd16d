using IncidentBot.Cards;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.FollowUps;

/// <summary>The progress review asks what was learned since, and what to improve in our own process.</summary>
internal static class ReviewNoteModal
{
    public const string CallbackId = "review_note";

    internal static class Blocks
    {
        public const string Insight = "insight";
        public const string Process = "process";
    }

    public static Modal Render(PostMortemView view, PostMortemKey key) => new("Progress review")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*")),
            Field(Blocks.Insight, "What have you learned since the post-mortem?", "The queue also fills up after each import"),
            Field(Blocks.Process, "What should change in how we handle incidents?", "Invite the database team to the meeting"),
        ],
    };

    public static (string Insight, string Process) Read(ViewState state) => (state.Text(Blocks.Insight), state.Text(Blocks.Process));

    private static InputBlock Field(string block, string label, string example) => new(block, label, new PlainTextInput("value")
    {
        Multiline = true,
        MaxLength = PostMortemLimits.Point,
        Placeholder = example,
    })
    {
        Optional = true,
    };
}
