using IncidentBot.Domain;
using IncidentBot.Features.PostMortems.FollowingUp;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Surfaces;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Makes a write-up public, and later its corrected versions; for lead, facilitator and admins. The caller saves.</summary>
internal sealed class Publishing(IncidentDb db, WriteUpSource source, IOptions<IncidentsOptions> options, OfferedDays days, TimeProvider time)
{
    /// <summary>Publishes it once, however often it is asked for.</summary>
    public async Task<Result> PublishAsync(Dossier dossier, PersonId by, CancellationToken cancellationToken)
    {
        if (dossier.PostMortem.PublishedAt is not null)
        {
            return Result.Accepted;
        }

        var decided = May(dossier, by) is { Ok: false } refused
            ? refused
            : dossier.PostMortem.Publish(dossier.Completeness, by, time.GetUtcNow());
        if (decided.Ok)
        {
            days.FillIn(dossier.PostMortem);
            await ShowAsync(dossier, cancellationToken);
        }

        return decided;
    }

    /// <summary>Publishes a corrected version: the message shows it, the thread says what was corrected.</summary>
    public async Task<Result> CorrectAsync(Dossier dossier, string note, PersonId by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (May(dossier, by) is { Ok: false } refused)
        {
            return refused;
        }

        var corrected = dossier.PostMortem.PublishCorrection(note, by, now);
        if (!corrected.Ok)
        {
            return corrected.Refusal;
        }

        var sentence = Mrkdwn.Text($"*Corrected, version {corrected.Value}:* {note}");
        db.Enqueue(
            Lane.Incident(dossier.Number),
            new Post(WriteUpCard.PlaceOf(dossier.Incident), MessageContent.Paragraph(sentence), WriteUpCard.NameOf(dossier.Number)),
            now);
        await ShowAsync(dossier, cancellationToken);
        return Result.Accepted;
    }

    public Result May(Dossier dossier, PersonId by) => dossier.Rights.MayPublish(by, options.Value.IsAdmin(by));

    /// <summary>The message first, then what goes into its thread, then the headline, which links to it.</summary>
    private async Task ShowAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lane = Lane.Incident(dossier.Number);
        var writeUp = await source.OfAsync(dossier, cancellationToken);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.WriteUp, dossier.Subject), now);
        db.Enqueue(
            lane,
            new UploadFile(
                WriteUpCard.PlaceOf(dossier.Incident), writeUp.FileName, SlackText.Truncate($"{WriteUp.TitleOf(dossier.Incident)}: {dossier.Incident.Title}", 100),
                WriteUpMarkdown.Render(writeUp), WriteUpCard.NameOf(dossier.Number)),
            now);
        db.RefreshSurfaces(dossier.Incident, now);
    }
}
