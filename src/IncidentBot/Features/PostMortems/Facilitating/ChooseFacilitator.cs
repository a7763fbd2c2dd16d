using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>Answers the picker: warns once of somebody who was close, then takes whoever is chosen.</summary>
internal sealed class ChooseFacilitator(IncidentDb db, Dossiers dossiers, Facilitators facilitators, PostMortemHub hub) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await dossiers.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, found.Refusal.Sentence);
        }

        if (FacilitatorModal.Read(submission.View.State) is not { } person)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, "Choose somebody.");
        }

        if (key.Person != person.Value && person != found.Value.PostMortem.Facilitator
            && await facilitators.WarningAsync(found.Value, person, cancellationToken) is { } warning)
        {
            return ViewSubmissionResponse.Update(FacilitatorModal.Render(key, person, warning));
        }

        var appointed = await facilitators.AppointAsync(found.Value, person, by, cancellationToken);
        if (!appointed.Ok)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, appointed.Refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        await hub.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
