using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems.Ideas;

/// <summary>The form to vote for ideas. No one else sees who voted for what.</summary>
internal static class VoteModal
{
    public const string CallbackId = "idea_votes";

    /// <summary>The name of the field in refusals of the Domain.</summary>
    private const string Ideas = "ideas";
    private const int MostOffered = 100;

    public static Modal Render(int incident, IReadOnlyList<ActionIdea> ideas, PersonId voter)
    {
        Option[] offered = [.. ideas.Take(MostOffered).Select(OptionOf)];
        Option[] chosen = [.. ideas.Take(MostOffered).Where(idea => idea.Voters.Contains(voter)).Select(OptionOf)];
        return new Modal("Your three votes")
        {
            CallbackId = CallbackId,
            PrivateMetadata = new FormKey(incident).ToString(),
            Submit = "Vote",
            Close = "Cancel",
            Blocks =
            [
                .. ideas.Select(idea => new SectionBlock(Mrkdwn.Text($"• {idea.Text}{Effort(idea)}"))).Take(20),
                new InputBlock(Ideas, "Which would most likely have prevented this incident?", new MultiStaticSelect("value")
                {
                    Options = offered,
                    InitialOptions = chosen,
                    MaxSelectedItems = ActionIdea.VotesEach,
                })
                { Optional = true, Hint = "Up to three. You can change them until the meeting decides; no one sees who voted for what." },
            ],
        };
    }

    public static IReadOnlyList<Guid> Read(ViewState state) =>
        [.. state.SelectedOptions(Ideas).Select(id => Guid.TryParseExact(id, "N", out var known) ? known : Guid.Empty)];

    private static Option OptionOf(ActionIdea idea) =>
        new(new PlainText(idea.Text), idea.Id.ToString("N"));

    private static Mrkdwn Effort(ActionIdea idea) =>
        idea.Effort is { } effort ? Mrkdwn.Text($" _({effort.ToString().ToLowerInvariant()})_") : Mrkdwn.Empty;
}
