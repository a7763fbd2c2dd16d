using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Who was in the meeting.</summary>
internal static class AttendanceModal
{
    public const string CallbackId = "post_mortem_attendance";

    internal static class Blocks
    {
        public const string Present = "present";
    }

    public static Modal Render(PostMortemKey key, IEnumerable<PersonId> present) => new("Who was there?")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Save",
        Close = "Back",
        Blocks =
        [
            new InputBlock(Blocks.Present, "Who was in the meeting?", new MultiUsersSelect("value") { InitialUsers = [.. present.Select(person => person.Value)] })
            {
                Hint = "Whoever was invited and is not here, or was involved and not invited, gets the draft to sign off.",
            },
        ],
    };

    public static IReadOnlyList<PersonId> Read(ViewState state) => [.. state.SelectedUsers(Blocks.Present).Select(user => new PersonId(user))];
}
