using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Facilitators;

/// <summary>Who facilitates; choosing someone who was close to the incident shows a warning first.</summary>
internal static class FacilitatorModal
{
    public const string CallbackId = "post_mortem_facilitator";

    internal static class Blocks
    {
        public const string Person = "facilitator";
    }

    /// <param name="key">Carries the person whom the modal warns about, if any.</param>
    /// <param name="chosen">Who is filled in.</param>
    /// <param name="warning">The warning, as a clause: "led this incident".</param>
    /// <param name="pool">Who could be asked, and who is skipped and why.</param>
    public static Modal Render(PostMortemKey key, PersonId? chosen, string? warning, Block pool) => new("Facilitator")
    {
        CallbackId = CallbackId,
        PrivateMetadata = (key with { Person = warning is null ? "" : chosen?.Value ?? "" }).Write(),
        Submit = warning is null ? "Choose" : "Choose anyway",
        Close = "Back",
        Blocks =
        [
            .. Warning(chosen, warning),
            new InputBlock(Blocks.Person, "Who facilitates?", new UsersSelect("value") { InitialUser = chosen?.Value })
            {
                Hint = "Someone who wasn't close to the incident: from another team, or a coach.",
            },
            pool,
        ],
    };

    public static PersonId? Read(ViewState state) => state.SelectedUser(Blocks.Person) is { } user ? new PersonId(user) : null;

    private static IEnumerable<Block> Warning(PersonId? chosen, string? warning)
    {
        if (chosen is { } person && warning is not null)
        {
            yield return new SectionBlock(Mrkdwn.Text(
                $":warning: {Mrkdwn.User(person.Value)} {warning}. It's hard to ask open questions about something you "
                    + $"were close to. Choose someone else, or press again to confirm."));
        }
    }
}
