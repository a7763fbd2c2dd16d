using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Answers the picker: warns once if someone else has chosen in the meantime or the person was close to the incident, then appoints them.
/// </summary>
internal sealed class ChooseFacilitator(
    IncidentDb db,
    PostMortemViews views,
    SharedForms forms,
    FacilitatorAssignments facilitators,
    PostMortemModals modals) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, found.Refusal.Sentence);
        }

        if (FacilitatorModal.Read(submission.View.State) is not { } person)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, "Choose someone.");
        }

        if (await WarnOfOtherChoiceAsync(submission, key, found.Value.PostMortem, person, cancellationToken) is { } otherChoice)
        {
            return otherChoice;
        }

        if (key.Person != person.Value && person != found.Value.PostMortem.Facilitator
            && await facilitators.WarningAsync(found.Value, person, by, key, cancellationToken) is { } warning)
        {
            return ViewSubmissionResponse.Update(warning);
        }

        var appointed = await facilitators.AppointAsync(found.Value, person, by, cancellationToken);
        if (!appointed.Ok)
        {
            return ViewSubmissionResponse.Error(FacilitatorModal.Blocks.Person, appointed.Refusal.Sentence);
        }

        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }

    private async Task<ViewSubmissionResponse?> WarnOfOtherChoiceAsync(
        ViewSubmission submission, PostMortemKey key, PostMortem postMortem, PersonId person, CancellationToken cancellationToken)
    {
        if (postMortem.Facilitator is not { } other || other == person || other.Value == key.Seen)
        {
            return null;
        }

        var chooser = await forms.NameAsync(
            postMortem.LastChangeOf(PostMortemPart.Facilitator)?.By ?? other, submission, cancellationToken);
        var name = await forms.NameAsync(other, submission, cancellationToken);
        var sentence = chooser == name
            ? $"{name} is facilitating now. Press the button again to replace them."
            : $"{chooser} has chosen {name} in the meantime. Press the button again to replace them.";
        return await forms.WarnOnceAsync(
            submission, new Dictionary<string, string> { [FacilitatorModal.Blocks.Person] = sentence }, other.Value, cancellationToken);
    }
}
