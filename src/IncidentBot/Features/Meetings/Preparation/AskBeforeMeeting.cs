using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Preparation;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Meetings.Preparation;

/// <summary>Answers "Ask people" in the overview: the form with those who were there and the usual questions.</summary>
internal sealed class OpenAsk(PostMortemForms forms, Participants participants, IOptions<IncidentsOptions> options) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async context => PreparationRules.MayAsk(context.View, context.By, options.Value) is { Refusal: { } refusal }
            ? refusal
            : AskModal.Render(
                context.View,
                await ToAskAsync(context, cancellationToken),
                new PostMortemKey(context.View.Number, OverviewId: PostMortemModals.OverviewOf(request))),
        cancellationToken);

    /// <summary>The invited people, or those who should be: without the one who asks, and those who were asked already.</summary>
    private async Task<IEnumerable<PersonId>> ToAskAsync(PostMortemRequest context, CancellationToken cancellationToken) =>
        (await participants.OfAsync(context.View, cancellationToken)).Select(participant => participant.Person)
            .Where(person => person != context.By && person != context.PostMortem.Facilitator)
            .Where(person => context.View.Asked.All(asked => asked.Person != person));
}

/// <summary>Answers the form: everyone who was not asked yet gets a direct message.</summary>
internal sealed class AskBeforeMeeting(
    IncidentDb db, PostMortemChanges changes, RoleCandidates candidates, IOptions<IncidentsOptions> options) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            AskModal.Blocks.People,
            request => DecideAsync(submission.View.State, request, cancellationToken),
            cancellationToken);

    private async Task<FormDecision> DecideAsync(ViewState state, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var (people, questions) = (AskModal.ReadPeople(state), AskModal.ReadQuestions(state));
        if ((PreparationRules.MayAsk(request.View, request.By, options.Value).Refusal
            ?? QuestionBank.Check(questions, AskModal.Blocks.Questions)
            ?? await RefuseAsync(people, request.View.Incident, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        List<PreparationRequest> asked =
        [
            .. people.Where(person => request.View.Asked.All(known => known.Person != person)).Select(person => PreparationRequest.Ask(
                request.View.Number, person, questions, AskModal.ReadEntry(state), request.By, request.Now)),
        ];
        db.PreparationRequests.AddRange(asked);
        return new FormDecision { RefreshWith = request.View with { Asked = [.. request.View.Asked, .. asked] } };
    }

    private async Task<Refusal?> RefuseAsync(
        IReadOnlyList<PersonId> people, Incident incident, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            if (await candidates.RefuseAsync(person, AskModal.Blocks.People, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            if (!IncidentVisibility.Sees(person, incident))
            {
                return new Refusal(
                    "Someone you chose isn't in this private incident's channel. Invite them there first.", AskModal.Blocks.People);
            }
        }

        return null;
    }
}

/// <summary>Who may ask, and until when.</summary>
internal static class PreparationRules
{
    public static Result MayAsk(PostMortemView view, PersonId by, IncidentsOptions options) =>
        view.Rights.MayAskBeforeMeeting(by, options.IsAdmin(by)) is { Ok: false } refused ? refused
        : view.PostMortem.IsMeetingAhead ? Result.Accepted
        : new Refusal("There is no meeting ahead, so there's nothing to prepare.");
}
