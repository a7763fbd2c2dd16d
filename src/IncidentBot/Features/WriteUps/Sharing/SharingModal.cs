using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sharing;

/// <summary>Asks for recipients and a message, or how people were told in another way.</summary>
internal static class SharingModal
{
    private const int MaxText = 2000;

    public const string CallbackId = "write_up_share";

    internal static class Blocks
    {
        public const string People = "people";
        public const string Text = "text";
        public const string How = "how";
    }

    public static Modal Render(PostMortemView view, SharingStep step) =>
        new(step is SharingStep.Leadership ? "Brief leadership" : "Tell related teams")
        {
            CallbackId = CallbackId,
            PrivateMetadata = new PostMortemKey(view.Number, step.ToString()).Write(),
            Submit = "Send",
            Close = "Back",
            Blocks =
        [
            new InputBlock(Blocks.People, "Recipients", new MultiUsersSelect("value"))
            {
                Optional = true,
                Hint = "Each person gets a direct message with the text below and a link to the write-up.",
            },
            new InputBlock(Blocks.Text, "Message", new PlainTextInput("value")
            {
                Multiline = true,
                MaxLength = MaxText,
                InitialValue = SlackText.Truncate(SharingWords.Draft(view, step), MaxText),
            })
            {
                Optional = true,
            },
            new InputBlock(Blocks.How, "Told in another way, or not needed?", new PlainTextInput("value")
            {
                MaxLength = PostMortemLimits.Reason,
                Placeholder = step is SharingStep.Leadership ? "In Monday's leads meeting" : "No other team uses that queue",
            })
            {
                Optional = true,
            },
        ],
        };

    public static (IReadOnlyList<PersonId> People, string Text, string How) Read(ViewState state) =>
        ([.. state.SelectedUsers(Blocks.People).Select(user => new PersonId(user))], state.Text(Blocks.Text), state.Text(Blocks.How));
}
