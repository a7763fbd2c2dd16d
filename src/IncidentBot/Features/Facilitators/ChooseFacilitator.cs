using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Forms;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Facilitators;

/// <summary>
/// Answers the picker: warns once if someone else has chosen in the meantime or the person was close to the incident, then appoints them.
/// </summary>
internal sealed class ChooseFacilitator(PostMortemChanges changes, SharedForms forms, FacilitatorAssignments facilitators)
    : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        return changes.SubmitAsync(
            submission,
            key,
            FacilitatorModal.Blocks.Person,
            request => DecideAsync(submission, key, request, cancellationToken),
            cancellationToken);
    }

    private async Task<FormDecision> DecideAsync(
        ViewSubmission submission, PostMortemKey key, PostMortemRequest request, CancellationToken cancellationToken)
    {
        if (FacilitatorModal.Read(submission.View.State) is not { } person)
        {
            return new Refusal("Choose someone.");
        }

        if (await WarnOfOtherChoiceAsync(submission, key, request.PostMortem, person, cancellationToken) is { } otherChoice)
        {
            return otherChoice;
        }

        if (key.Person != person.Value && person != request.PostMortem.Facilitator
            && await facilitators.WarningAsync(request.View, person, request.By, key, cancellationToken) is { } warning)
        {
            return ViewSubmissionResponse.Update(warning);
        }

        return await facilitators.AppointAsync(request.View, person, request.By, cancellationToken);
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
