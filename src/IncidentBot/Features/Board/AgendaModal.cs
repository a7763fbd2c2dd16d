using IncidentBot.Cards;
using IncidentBot.Domain.Board;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Board;

/// <summary>Asks which agenda to follow, before the meeting begins or while it runs.</summary>
internal static class AgendaModal
{
    /// <summary>The meeting begins with the chosen agenda.</summary>
    public const string Begin = "room_begin";

    /// <summary>The running meeting follows the chosen agenda.</summary>
    public const string Change = "room_agenda_change";

    private const string Agenda = "agenda";

    public static Modal ToBegin(PostMortemView view, string overview) => new("Start meeting")
    {
        CallbackId = Begin,
        PrivateMetadata = new PostMortemKey(view.Number, OverviewId: overview).Write(),
        Submit = "Start",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(view.Incident)}*")),
            Choice(AgendaProfiles.For(view.Incident.Severity, view.PostMortem.Meeting.Duration)),
            new ContextBlock(Mrkdwn.Text(
                $"The board appears in {IncidentWords.Place(view.Incident)}, and the post-mortem counts as held. {Facilitator(view)} "
                    + $"You can change the agenda anytime.")),
        ],
    };

    public static Modal ToChange(StartedMeeting meeting) => new("Agenda")
    {
        CallbackId = Change,
        PrivateMetadata = new PostMortemKey(meeting.PostMortemView.Number).Write(),
        Submit = "Change",
        Close = "Cancel",
        Blocks =
        [
            Choice(meeting.Board.Profile),
            new ContextBlock(Mrkdwn.Raw("The meeting stays in its phase if the new agenda has it. Nothing written is lost.")),
        ],
    };

    public static AgendaProfile? Read(ViewState state) => AgendaProfiles.Find(state.SelectedOption(Agenda));

    private static InputBlock Choice(AgendaProfile offered) => new(Agenda, "Agenda", new RadioButtons("value")
    {
        Options = [.. AgendaProfiles.All.Select(OptionOf)],
        InitialOption = OptionOf(offered),
    });

    private static Option OptionOf(AgendaProfile profile) => new(new PlainText(profile.Name), profile.Key)
    {
        Description = $"For {profile.For}",
    };

    private static string Facilitator(PostMortemView view) =>
        view.PostMortem.Facilitator is null ? "No facilitator yet, so you run it." : "The facilitator runs it.";
}
