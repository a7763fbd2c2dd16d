using IncidentBot.Commands;
using IncidentBot.Domain.Meetings;
using IncidentBot.Effects.Reminders;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Meetings;

/// <summary>
/// Answers "Can't attend" under the invitation and "I can attend" in its answer. Lead and facilitator are told once for each time of the
/// meeting, with a button for another time; the message names everyone who can't.
/// </summary>
internal sealed class AnswerInvitation(
    PostMortemChanges changes, ResponsiblePeople responsible, PersonalReminders reminders, ResponseUrls responseUrls)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var value = ButtonValue.Read(request.Action.Data);
        var canAttend = request.Action.ActionId == PostMortemActions.CanAttend;
        IReadOnlyList<Person> told = [];
        var answered = await changes.PressAsync(
            request,
            value.Number(),
            async asked =>
            {
                var answer = new InvitationAnswer(asked.By, canAttend, DateTimeOffset.FromUnixTimeSeconds(value.Seconds(1)));
                var result = asked.PostMortem.AnswerInvitation(answer, asked.Now);
                told = result.Ok && !canAttend ? await NotifyAsync(asked, cancellationToken) : told;
                return result;
            },
            cancellationToken);
        if (answered is not null)
        {
            var answer = canAttend ? Welcome() : Thanks(told, answered.View, request.Action.Data);
            await ReplyAsync(request, answer, canAttend, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Person>> NotifyAsync(PostMortemRequest asked, CancellationToken cancellationToken)
    {
        var readers = (await responsible.AllAsync(asked.View, cancellationToken)).Where(person => person.Id != asked.By).ToList();
        foreach (var reader in readers)
        {
            var subject = ButtonValue.Write(asked.View.Number, reader.Id, asked.PostMortem.Meeting.Start?.ToUnixTimeSeconds());
            var key = ReminderKey.CannotAttend(asked.PostMortem);
            await reminders.NotifyAsync(
                new DueReminder(reader, key, BotMessageNames.CannotAttend, subject) { Incidents = [asked.View.Number] },
                asked.Now,
                cancellationToken);
        }

        return readers;
    }

    /// <summary>Whoever leads and facilitates alone moves the meeting themselves.</summary>
    private static (Mrkdwn Text, Button[] Buttons) Thanks(IReadOnlyList<Person> told, PostMortemView view, string value)
    {
        var people = Mrkdwn.Join(" ", told.Select(person => Mrkdwn.User(person.Id.Value)));
        var undo = new Button(PostMortemActions.CanAttend, "I can attend") { Value = value };
        return told.Count > 0
            ? (Mrkdwn.Text($"Thanks, noted. {people} can find another time. If the meeting stays, you'll get the draft to read."), [undo])
            : (Mrkdwn.Raw("Noted. Find a time that suits you too."),
                [new Button(PostMortemActions.Schedule, "Find another time") { Value = view.Subject }, undo]);
    }

    private static (Mrkdwn Text, Button[] Buttons) Welcome() => (Mrkdwn.Raw("Good: you're expected at the meeting."), []);

    private async Task ReplyAsync(
        BlockActionRequest request, (Mrkdwn Text, Button[] Buttons) answer, bool replaces, CancellationToken cancellationToken) =>
        await responseUrls.PostAsync(
            request.ResponseUrl,
            new ResponseUrlMessage
            {
                Text = answer.Text,
                Blocks = answer.Buttons is []
                    ? [new SectionBlock(answer.Text)]
                    : [new SectionBlock(answer.Text), new ActionsBlock([.. answer.Buttons])],
                ResponseType = ResponseType.Ephemeral,
                ReplaceOriginal = replaces,
            },
            cancellationToken);
}
