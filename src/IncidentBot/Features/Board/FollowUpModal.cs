using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Language;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Board;

/// <summary>The dates of the follow-up reviews; the field ids are the ones that the domain's refusals name.</summary>
internal static class FollowUpModal
{
    public const string CallbackId = "room_follow_ups";

    private static readonly (FollowUpKind Kind, string Field, string Label, string Question)[] Fields =
    [
        (FollowUpKind.Progress, "progress", "Progress review", "How are the open action items going?"),
        (FollowUpKind.Effectiveness, "effectiveness", "Effectiveness review", "Did the finished action items work?"),
        (FollowUpKind.RecurrenceCheck, "impact", "Recurrence check", "Has the incident happened again?"),
    ];

    public static Modal Render(PostMortemView view) => new("Follow-up reviews")
    {
        CallbackId = CallbackId,
        PrivateMetadata = new PostMortemKey(view.Number).Write(),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new ContextBlock(Mrkdwn.Escape(HarmWords.NoFollowUp)),
            .. Fields.Select(field => new InputBlock(
                field.Field, field.Label, new DatePicker("value") { InitialDate = DayOf(view, field.Kind) })
            {
                Hint = field.Question,
                Optional = field.Kind == FollowUpKind.Progress,
            }),
        ],
    };

    public static IReadOnlyList<FollowUp> Read(ViewState state) =>
    [
        .. Fields.Select(field => (field.Kind, Day: state.Date(field.Field)))
            .Where(field => field.Day is not null)
            .Select(field => new FollowUp(field.Kind, field.Day!.Value)),
    ];

    private static DateOnly? DayOf(PostMortemView view, FollowUpKind kind) =>
        view.PostMortem.Reviews.FollowUps.FirstOrDefault(day => day.Kind == kind)?.On;
}
