using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.Meetings;
using IncidentBot.Features.PostMortems.Room;
using IncidentBot.Features.PostMortems.WriteUps;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Commands;

/// <summary>Answers <c>/incident pm [schedule | start | waive REASON | publish]</c> in an incident's channel.</summary>
internal sealed class PmVerb(IncidentDb db, Dossiers dossiers, ModalOpener modals, ScheduleForm schedule, RoomDoor door, PmChanges changes) : IVerb
{
    public bool Reads(string arguments) => Split(arguments).Word is "" or "schedule" or "board" or "start" or "waive" or "publish";

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var found = await dossiers.FindAsync(request.Actor, request.Incident, cancellationToken);
        if (!found.Ok)
        {
            return Say(Mrkdwn.Escape(found.Refusal.Sentence));
        }

        var dossier = found.Value;
        var (word, more) = Split(request.Arguments);
        return word switch
        {
            "" => await modals.AnswerAsync(request.Command, PostMortemModal.Render(dossier), cancellationToken),
            "schedule" => await ScheduleAsync(request, dossier, cancellationToken),
            "board" or "start" => await StartAsync(request, dossier, cancellationToken),
            "waive" => await SaveAsync(changes.Waive(dossier, SlackText.Unescape(more), request.Actor), cancellationToken),
            "publish" when changes.NeedsNote(dossier, request.Actor) =>
                await modals.AnswerAsync(request.Command, CorrectionModal.Render(new PostMortemKey(dossier.Number)), cancellationToken),
            "publish" => await SaveAsync(await changes.PublishAsync(dossier, request.Actor, cancellationToken), cancellationToken),
            _ => Say(Mrkdwn.Text($"Type `{request.Command.Command} pm`, or `pm schedule`, `pm start`, `pm waive REASON`, `pm publish`.")),
        };
    }

    private async Task<SlashCommandResponse> ScheduleAsync(VerbRequest request, Dossier dossier, CancellationToken cancellationToken)
    {
        var modal = await schedule.RenderAsync(dossier, request.Actor, "", cancellationToken);
        return modal.Ok ? await modals.AnswerAsync(request.Command, modal.Value, cancellationToken) : Say(Mrkdwn.Escape(modal.Refusal.Sentence));
    }

    private async Task<SlashCommandResponse> StartAsync(VerbRequest request, Dossier dossier, CancellationToken cancellationToken) =>
        RoomDoor.WhyNot(dossier) is { } refusal ? Say(Mrkdwn.Escape(refusal.Sentence))
        : await door.HasBoardAsync(dossier, cancellationToken) ? Say(RoomDoor.ItIsThere(dossier))
        : await modals.AnswerAsync(request.Command, AgendaModal.ToBegin(dossier, ""), cancellationToken);

    private async Task<SlashCommandResponse> SaveAsync(Result<Mrkdwn> outcome, CancellationToken cancellationToken)
    {
        if (!outcome.Ok)
        {
            return Say(Mrkdwn.Escape(outcome.Refusal.Sentence));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Say(outcome.Value);
    }

    private static (string Word, string More) Split(string arguments)
    {
        var parts = arguments.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (parts.ElementAtOrDefault(0)?.ToLowerInvariant() ?? "", parts.ElementAtOrDefault(1) ?? "");
    }

    private static SlashCommandResponse Say(Mrkdwn sentence) => SlashCommandResponse.Ephemeral(sentence);
}

/// <summary>What the command changes, with the sentence to answer.</summary>
internal sealed class PmChanges(Publishing publishing, Waiving waiving)
{
    /// <summary>It is published already, so publishing again is a correction, which says what it corrects.</summary>
    public bool NeedsNote(Dossier dossier, PersonId by) => dossier.PostMortem.PublishedAt is not null && publishing.May(dossier, by).Ok;

    public async Task<Result<Mrkdwn>> PublishAsync(Dossier dossier, PersonId by, CancellationToken cancellationToken)
    {
        var published = await publishing.PublishAsync(dossier, by, cancellationToken);
        return published.Ok
            ? Mrkdwn.Text($"The write-up of incident {dossier.Number} is published.")
            : new Refusal($"Not published yet. {published.Refusal.Sentence}");
    }

    public Result<Mrkdwn> Waive(Dossier dossier, string reason, PersonId by)
    {
        var waived = waiving.Waive(dossier, reason, by);
        return waived.Ok ? Mrkdwn.Text($"The post-mortem is waived; the reason is in {IncidentWords.Place(dossier.Incident)}.") : waived.Refusal;
    }
}
