using System.Text.Json;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Timelines;
using IncidentBot.Features.Board;
using IncidentBot.Features.Meetings;
using IncidentBot.Features.WriteUps.Sections;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack;
using IncidentBot.Slack.Blocks;
using IncidentBot.Tests.Features.PostMortems;

namespace IncidentBot.Tests.Features.Board;

/// <summary>The board and its forms fit on a phone: nothing wide, few buttons in a row, no label cut off.</summary>
public sealed class PhoneTests
{
    private const int MostButtons = 5;
    private const int LongestLabel = 30;
    private const int LongestTitle = 24;

    public static TheoryData<string, string> Phases =>
        [.. AgendaProfiles.All.SelectMany(profile => profile.Phases.Select(phase => (profile.Key, phase.Name)))];

    public static TheoryData<string> Sections =>
        ["summary", "impact", "whys", "factor", "went_well", "could_be_better", "learning", "no_actions", "artefacts"];

    [Theory]
    [Trait("Requirement", "R42")]
    [MemberData(nameof(Phases))]
    public void Every_phase_of_the_board_fits_on_a_phone(string agenda, string phase)
    {
        var board = BoardIn(agenda, phase);
        board.RaiseBlame();

        Fits(BoardCard.Render(ViewOf(board)).Arguments.GetProperty("blocks"));
    }

    [Theory]
    [Trait("Requirement", "R42")]
    [MemberData(nameof(Sections))]
    public void Every_form_of_the_document_fits_on_a_phone(string section) =>
        Fits(SectionModal.Render(WrittenPostMortem.Full(), new PostMortemKey(1, section)));

    [Fact]
    public void The_overview_and_the_forms_of_the_board_fit_on_a_phone()
    {
        var view = WrittenPostMortem.Full();

        Modal[] modals =
        [
            PostMortemOverview.Render(view, DateTimeOffset.MaxValue),
            ScheduleModal.Render(new MeetingForm(new PostMortemKey(1), view, [], [], "Europe/London", TimeSpan.FromMinutes(90))),
            AgendaModal.ToBegin(view, ""),
            FollowUpModal.Render(view),
            ParkingLotModal.ToPark(1, Guid.NewGuid()),
            ParkingLotModal.List(view, ReactionMap.Default),
        ];
        Assert.All(modals, Fits);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Everyone_has_four_buttons_and_the_facilitators_controls_have_a_heading(string agenda, string phase)
    {
        var blocks = BoardCard.Render(ViewOf(BoardIn(agenda, phase))).Arguments.GetProperty("blocks").EnumerateArray().ToList();
        var heading = blocks.FindIndex(block => block.GetRawText().Contains("*For the facilitator*", StringComparison.Ordinal));

        Assert.InRange(blocks.Take(heading).Last(IsRow).GetProperty("elements").EnumerateArray().Count(IsButton), 1, 4);
        string[] controls =
        [
            BoardActions.Next, BoardActions.Back, BoardActions.Finish, BoardActions.Extend, BoardActions.Prompt,
            BoardActions.PreviousEntry, BoardActions.NextEntry, BoardActions.AgreeOnTimeline, BoardActions.PrimeDirective,
        ];
        Assert.All(
            blocks.Take(heading).Select(block => block.GetRawText()),
            block => Assert.DoesNotContain(controls, control => block.Contains($"\"{control}\"", StringComparison.Ordinal)));
        Assert.All(blocks.Skip(heading + 1), block => Assert.True(IsRow(block)));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void No_sentence_is_on_the_board_twice(string agenda, string phase)
    {
        var board = BoardIn(agenda, phase);
        var said = new List<string>();
        foreach (var _ in PromptCards.For(board.CurrentRun.Phase))
        {
            said.Add(board.PromptCard);
            board.NextPrompt(board.Prompt);
        }

        var card = BoardCard.Render(ViewOf(board)).Arguments.GetProperty("blocks");
        var sentences = Texts(card).Where(text => !text.StartsWith(":bulb:", StringComparison.Ordinal)).Concat(said)
            .SelectMany(text => text.Split(['.', '?', '!', '\n'])).Select(text => text.Trim('*', '_', ' ', '>'))
            .Where(text => text.Split(' ').Length > 2 && !text.StartsWith("<@", StringComparison.Ordinal));

        Assert.DoesNotContain(sentences.CountBy(text => text), each => each.Value > 1);
    }

    private static bool IsRow(JsonElement block) => block.GetProperty("type").GetString() == "actions";

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() == "mrkdwn" =>
            [element.GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private static MeetingBoard BoardIn(string agenda, string phase)
    {
        var board = MeetingBoard.Open(1, AgendaProfiles.Find(agenda)!, WrittenPostMortem.Maya, WrittenPostMortem.Start.AddDays(1));
        while (board.Phase.Name != phase)
        {
            Assert.True(board.Next(board.Step, board.StartedAt));
        }

        return board;
    }

    private static BoardView ViewOf(MeetingBoard board)
    {
        var view = WrittenPostMortem.Full();
        var blocked = WrittenPostMortem.Action("Add circuit breaker");
        blocked.Block("the vendor", WrittenPostMortem.Ben, new ActionItemRights(WrittenPostMortem.Maya, null), WrittenPostMortem.Start);
        return new BoardView(
            view,
            board,
            TimelineView.Of(view.Incident, view.Entries, _ => "Ben"),
            new EarlierActions([WrittenPostMortem.Action("Write the runbook"), blocked], "The analysis stopped too early.", []),
            [WrittenPostMortem.Idea("Split the service"), WrittenPostMortem.Idea("Page on an empty queue")],
            new ActionBudget(),
            board.StartedAt);
    }

    private static void Fits(Modal modal)
    {
        Assert.InRange(modal.Title.Content.Length, 1, LongestTitle);
        Fits(JsonSerializer.SerializeToElement(modal.Blocks, SlackJson.Options));
    }

    /// <summary>Slack shows fields in two columns, or below each other on a narrow screen; nothing else may be side by side.</summary>
    private static void Fits(JsonElement blocks)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            Assert.DoesNotContain(block.GetProperty("type").GetString(), (string[])["image", "table", "rich_text", "video"]);
            Assert.DoesNotContain("```", block.GetRawText(), StringComparison.Ordinal);
            if (block.GetProperty("type").GetString() == "actions")
            {
                Assert.InRange(block.GetProperty("elements").EnumerateArray().Count(IsButton), 0, MostButtons);
            }
        }

        Assert.All(Buttons(blocks), label => Assert.InRange(label.Length, 1, LongestLabel));
    }

    private static bool IsButton(JsonElement element) => element.GetProperty("type").GetString() == "button";

    private static IEnumerable<string> Buttons(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Buttons),
        JsonValueKind.Object when element.TryGetProperty("type", out _) && IsButton(element) =>
            [element.GetProperty("text").GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Buttons(property.Value)),
        _ => [],
    };
}
