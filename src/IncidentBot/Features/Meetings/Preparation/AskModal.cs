using IncidentBot.Domain;
using IncidentBot.Domain.Preparation;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Whom the facilitator asks before the meeting, and what.</summary>
internal static class AskModal
{
    public const string CallbackId = "preparation_ask";

    /// <summary>Slack's limit for the options of a select.</summary>
    private const int MostEntries = 100;
    private const int LongestEntry = 70;

    internal static class Blocks
    {
        public const string People = "people";
        public const string Questions = "questions";
        public const string Entry = "entry";
    }

    public static Modal Render(PostMortemView view, IEnumerable<PersonId> suggested, PostMortemKey key)
    {
        List<Option> entries = [.. view.Entries.OrderBy(entry => entry.At).TakeLast(MostEntries).Select(entry =>
            new Option(SlackText.Truncate(entry.Text.ReplaceLineEndings(" "), LongestEntry), entry.Id.ToString("N")))];
        return new Modal("Ask before the meeting")
        {
            CallbackId = CallbackId,
            PrivateMetadata = key.Write(),
            Submit = "Ask",
            Close = "Cancel",
            Blocks =
            [
                new ContextBlock(Mrkdwn.Raw(
                    "Each person gets the questions in a direct message, and answers in a form or says that they would rather talk. You "
                        + "read the answers before the meeting. A person is asked once.")),
                new InputBlock(Blocks.People, "Whom do you ask?", new MultiUsersSelect("value")
                {
                    InitialUsers = [.. suggested.Select(person => person.Value)],
                }),
                new InputBlock(Blocks.Questions, "What do you ask?", new MultiStaticSelect("value")
                {
                    Options = [.. QuestionBank.All.Select(Choice)],
                    InitialOptions = [.. QuestionBank.Usual.Select(Choice)],
                    MaxSelectedItems = QuestionBank.MostAsked,
                })
                {
                    Hint = "Three at most.",
                },
                .. entries.Count == 0 ? Array.Empty<Block>() : [About(entries)],
            ],
        };
    }

    public static IReadOnlyList<PersonId> ReadPeople(ViewState state) =>
        [.. state.SelectedUsers(Blocks.People).Distinct().Select(user => new PersonId(user))];

    public static IReadOnlyList<string> ReadQuestions(ViewState state) => [.. state.SelectedOptions(Blocks.Questions)];

    public static Guid? ReadEntry(ViewState state) =>
        Guid.TryParse(state.SelectedOption(Blocks.Entry), out var entry) ? entry : null;

    private static InputBlock About(List<Option> entries) =>
        new(Blocks.Entry, "About one moment of the timeline?", new StaticSelect("value") { Options = entries })
        {
            Optional = true,
            Hint = "The questions are about this moment then, and a quote stands beside it.",
        };

    private static Option Choice(string question) => new(question, question);
}
