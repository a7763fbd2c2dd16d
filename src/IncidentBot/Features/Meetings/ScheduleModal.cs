using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Meetings;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Time;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Meetings;

/// <summary>What the schedule modal shows.</summary>
/// <param name="Key">The metadata of the modal.</param>
/// <param name="PostMortemView">The post-mortem.</param>
/// <param name="Proposals">Three proposed times, the best first.</param>
/// <param name="People">Who should be there, and why.</param>
/// <param name="Zone">The reader's IANA zone: options can't show each reader's own time.</param>
/// <param name="Duration">How long it is booked for.</param>
internal sealed record MeetingForm(
    PostMortemKey Key,
    PostMortemView PostMortemView,
    IReadOnlyList<SlotProposal> Proposals,
    IReadOnlyList<Participant> People,
    string Zone,
    TimeSpan Duration);

/// <summary>The form that schedules or moves the meeting: three proposed times or another one, the people, and where to meet.</summary>
internal static class ScheduleModal
{
    public const string CallbackId = "post_mortem_schedule";
    private const string Other = "other";

    internal static class Blocks
    {
        public const string Proposal = "proposal";
        public const string Start = "start";
        public const string Duration = "duration";
        public const string Link = "link";
        public const string Board = "board";
    }

    public static Modal Render(MeetingForm form) => new(
        form.PostMortemView.PostMortem.Meeting.Start is null ? "Schedule meeting" : "Move meeting")
    {
        CallbackId = CallbackId,
        PrivateMetadata = form.Key.Write(),
        Submit = form.PostMortemView.PostMortem.Meeting.Start is null ? "Schedule" : "Move",
        Close = "Back",
        Blocks =
        [
            new SectionBlock(Intro(form.PostMortemView)),
            Proposals(form),
            new InputBlock(Blocks.Start, "Another time", new DateTimePicker("value")) { Optional = true },
            new InputBlock(Blocks.Duration, "Length", Lengths(form.Duration)),
            .. InviteeFields.Render(form),
            Link(Blocks.Link, "Meeting link", form.PostMortemView.PostMortem.Meeting.Link, "https://meet.example.com/abc"),
            Link(Blocks.Board, "Whiteboard link", form.PostMortemView.PostMortem.Meeting.BoardLink, "https://board.example.com/abc"),
        ],
    };

    /// <summary>
    /// The meeting as submitted, merged with what others changed meanwhile; the facilitator is always invited. Null when "Another
    /// time" was chosen without a time.
    /// </summary>
    public static MeetingDetails? Read(ViewInfo view, PostMortem postMortem)
    {
        var (state, shown) = (view.State, InitialValues.Of(view));
        var start = state.SelectedOption(Blocks.Proposal) is { } chosen && chosen != Other
            ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(chosen, CultureInfo.InvariantCulture))
            : state.DateTime(Blocks.Start);
        var minutes = int.Parse(state.SelectedOption(Blocks.Duration) ?? "60", CultureInfo.InvariantCulture);
        if (start is not { } at)
        {
            return null;
        }

        var parts = InviteeFields.Read(state, shown, postMortem);
        PersonId[] facilitators = postMortem.Facilitator is { } person ? [person] : [];
        string? Merged(string block, string? stored) => state.Text(block) == shown.Text(block) ? stored : state.Text(block);

        return new MeetingDetails(
            at,
            TimeSpan.FromMinutes(minutes),
            Merged(Blocks.Link, postMortem.Meeting.Link),
            [.. parts.Keys.Concat(facilitators).Distinct()])
        {
            Parts = parts,
            Board = Merged(Blocks.Board, postMortem.Meeting.BoardLink),
        };
    }

    /// <summary>Whether the time is none of the proposals.</summary>
    public static bool IsPickedByHand(ViewInfo view) => view.State.SelectedOption(Blocks.Proposal) is null or Other;

    private static Mrkdwn Intro(PostMortemView postMortemView)
    {
        var title = Mrkdwn.Text($"*{IncidentWords.Title(postMortemView.Incident)}*");
        return (postMortemView.PostMortem.Meeting.Start, postMortemView.PostMortem.DueAt) switch
        {
            ({ } meeting, _) => Mrkdwn.Join(
                "\n",
                Mrkdwn.Text($"{title}\nCurrently scheduled for {Mrkdwn.Date(meeting)}."),
                InviteeWords.Unavailable(postMortemView.PostMortem.Meeting)),
            (_, { } due) => Mrkdwn.Text($"{title}\nHold it by {Mrkdwn.Date(due)}."),
            _ => title,
        };
    }

    private static InputBlock Proposals(MeetingForm form)
    {
        var zone = Zones.Find(form.Zone);
        Option[] options =
        [
            .. form.Proposals.Select(proposal => OptionOf(proposal, zone)),
            new Option("Another time", Other) { Description = "choose it below" },
        ];
        return new InputBlock(
            Blocks.Proposal,
            $"When? (your time, {form.Zone})",
            new RadioButtons("value") { Options = options, InitialOption = options[0] });
    }

    private static Option OptionOf(SlotProposal proposal, TimeZoneInfo zone)
    {
        var start = Zones.ToWall(proposal.Start, zone);
        var seconds = proposal.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Option(start.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture), seconds)
        {
            Description = proposal.Reason,
        };
    }

    private static InputBlock Link(string block, string label, string? link, string example) =>
        new(block, label, new PlainTextInput("value") { MaxLength = PostMortemLimits.Link, InitialValue = link, Placeholder = example })
        {
            Optional = true,
        };

    private static StaticSelect Lengths(TimeSpan selected)
    {
        Option[] options =
        [
            .. new[] { 30, 45, 60, 90, 120, (int)selected.TotalMinutes }.Distinct().Order()
                .Select(minutes => minutes.ToString(CultureInfo.InvariantCulture))
                .Select(minutes => new Option($"{minutes} minutes", minutes)),
        ];
        var value = ((int)selected.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        return new StaticSelect("value") { Options = options, InitialOption = options.First(option => option.Value == value) };
    }
}
