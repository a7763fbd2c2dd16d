using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Asks who was in the meeting.</summary>
internal static class AttendanceModal
{
    public const string CallbackId = "post_mortem_attendance";

    internal static class Blocks
    {
        public const string Present = "present";
    }

    public static Modal Render(PostMortemKey key, IEnumerable<PersonId> present) => new("Record attendance")
    {
        CallbackId = CallbackId,
        PrivateMetadata = key.Write(),
        Submit = "Save",
        Close = "Back",
        Blocks =
        [
            new InputBlock(
                Blocks.Present,
                "Who attended?",
                new MultiUsersSelect("value") { InitialUsers = [.. present.Select(person => person.Value)] })
            {
                Hint = "People who were invited or involved but didn't attend get the draft to sign off.",
            },
        ],
    };

    public static IReadOnlyList<PersonId> Read(ViewState state) =>
        [.. state.SelectedUsers(Blocks.Present).Select(user => new PersonId(user))];
}
