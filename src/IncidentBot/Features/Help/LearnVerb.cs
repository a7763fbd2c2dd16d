using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Help;

/// <summary>Answers <c>/incident learn</c>: what a post-mortem is for, what it is not, and what to read next.</summary>
internal sealed class LearnVerb : IVerb
{
    /// <summary>Practices around blameless learning outside this bot.</summary>
    private static readonly (string Name, string Link, string Why)[] Practices =
    [
        ("Psychological safety", "https://en.wikipedia.org/wiki/Psychological_safety", "without it, no one says what they saw"),
        (
            "Transparent artefacts",
            "https://scrumguides.org/scrum-guide.html#scrum-artifacts",
            "people trust a document that everyone can read"),
        (
            "Team health checks",
            "https://engineering.atspotify.com/2014/09/squad-health-check-model",
            "shows what wears a team down before something breaks"),
    ];

    private static readonly (string Name, string Link, string Why)[] Reading =
    [
        (
            "Allspaw, Blameless PostMortems and a Just Culture",
            "https://www.etsy.com/codeascraft/blameless-postmortems",
            "how Etsy made it work"),
        ("Google, Site Reliability Engineering, chapter 15", "https://sre.google/sre-book/postmortem-culture/", "post-mortem culture"),
        (
            "Kerth, the Prime Directive",
            "https://retrospectivewiki.org/index.php?title=The_Prime_Directive",
            "2001, from Project Retrospectives"),
    ];

    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(SlashCommandResponse.Ephemeral(
            Mrkdwn.Raw("Learning from incidents"),
            [
                new SectionBlock(Mrkdwn.Raw(
                    "*Every incident is a gift.* People did what made sense to them with what they knew. A post-mortem asks why "
                        + "it made sense, and changes the system.")),
                new SectionBlock(Mrkdwn.Raw(
                    "*A post-mortem is not a retrospective.* A post-mortem covers one incident, within days, and ends in two or "
                        + "three changes. A retrospective covers how a team works, every sprint. Hold both: the write-up lists "
                        + "the learnings to bring along.")),
                new SectionBlock(Mrkdwn.Text($"*Related practices*\n{Lines(Practices)}")),
                new SectionBlock(Mrkdwn.Text(
                    $"*Further reading*\n{Lines(Reading)}\n• Dekker, The Field Guide to Understanding “Human Error” — “human "
                        + $"error” is where the questions begin\n• Netflix, aviation and medicine also study what goes right")),
            ]));

    private static Mrkdwn Lines(IEnumerable<(string Name, string Link, string Why)> links) =>
        Mrkdwn.Join("\n", links.Select(link => Mrkdwn.Text($"• {Mrkdwn.Link(link.Link, link.Name)} — {link.Why}")));
}
