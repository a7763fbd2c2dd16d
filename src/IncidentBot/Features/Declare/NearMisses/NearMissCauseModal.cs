using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Domain.Causes;
using IncidentBot.Domain.NearMisses;
using IncidentBot.Commands;
using IncidentBot.PostMortems.Causes;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>Asks which cause class a near miss belongs to.</summary>
internal static class NearMissCauseModal
{
    public const string CallbackId = "near_miss_cause";

    /// <summary>Value: the near miss's number.</summary>
    public const string Open = "near_miss_cause_open";

    public static Modal Render(NearMiss nearMiss, CauseClass? current, CauseChoices choices) => new($"Near miss {nearMiss.Number}")
    {
        CallbackId = CallbackId,
        PrivateMetadata = nearMiss.Number.ToString(CultureInfo.InvariantCulture),
        Submit = "Save",
        Close = "Cancel",
        Blocks =
        [
            new SectionBlock(Mrkdwn.Text($"{nearMiss.WhatHappened}\n*What caught it:* {nearMiss.CaughtBy}")),
            .. CauseField.Render(current, choices),
        ],
    };
}

/// <summary>Answers "Name cause" and its form. Near misses are counted beside the incidents of a class, never among them.</summary>
internal sealed class NameNearMissCause(
    IncidentDb db, CauseSuggestions suggestions, ChosenCauses chosenCauses, ModalOpener modals, TimeProvider time)
    : IBlockActionHandler, IViewSubmissionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        var nearMiss = await db.NearMisses.AsNoTracking().SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
        if (nearMiss is null)
        {
            return;
        }

        var current = nearMiss.Cause is { } id ? (await db.AllCauseClassesAsync(cancellationToken)).RootOf(id) : null;
        var text = new CauseText(nearMiss.WhatHappened, nearMiss.CaughtBy, "", nearMiss.Service ?? "");
        var choices = await suggestions.ForNearMissAsync(text, new PersonId(request.User.Id), cancellationToken);
        await modals.ShowAsync(request, NearMissCauseModal.Render(nearMiss, current, choices), cancellationToken);
    }

    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var nearMiss = await db.NearMisses.SingleOrDefaultAsync(each => each.Number == number, cancellationToken);
        var chosen = await chosenCauses.ReadAsync(
            submission.View.State, new PersonId(submission.User.Id), time.GetUtcNow(), cancellationToken);
        if (!chosen.Ok)
        {
            return ViewSubmissionResponse.Error(chosen.Refusal.Field ?? CauseField.Name, chosen.Refusal.Sentence);
        }

        if (chosen.Value.Class is not { } cause)
        {
            return ViewSubmissionResponse.Error(CauseField.Name, "Choose a class, or name a new one.");
        }

        nearMiss?.SetCause(cause.Id);
        await db.SaveChangesAsync(cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
