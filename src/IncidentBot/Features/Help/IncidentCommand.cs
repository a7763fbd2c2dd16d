using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Help;

/// <summary>
/// Answers <c>/incident</c>. The first word is a verb; the rest depends on the channel: outside an incident's channel, text that is
/// not a verb is the title of a new incident; inside one, it is answered with the card's buttons and, once the
/// incident is over, the offer to declare.
/// </summary>
internal sealed class IncidentCommand(
    IncidentDb db, VerbTable verbs, TimeProvider time, IServiceProvider services) : ISlashCommandHandler
{
    public async Task<SlashCommandResponse> HandleAsync(SlashCommand command, CancellationToken cancellationToken)
    {
        var owners = await db.OwnersOfAsync(command.ChannelId, cancellationToken);
        var (word, arguments) = FirstWord.Of(command.Text);
        return owners.IncidentForCommands is not { } number
            ? await OutsideAsync(command, word, arguments, owners.CurrentIncident(time.GetUtcNow()), cancellationToken)
            : await InsideAsync(new VerbRequest(command, word, arguments, number), cancellationToken);
    }

    /// <param name="justOver">The incident that borrowed the channel and ended less than a day ago; verbs still apply to it.</param>
    private async Task<SlashCommandResponse> OutsideAsync(
        SlashCommand command, string word, string arguments, int? justOver, CancellationToken cancellationToken)
    {
        if (verbs.Find(word) is { InIncident: true } forIncident
            && NamedIncident.Read(arguments, Handler(forIncident)) is { } named)
        {
            return await Handler(forIncident).RunAsync(
                new VerbRequest(command, forIncident.Word, named.Arguments, named.Number), cancellationToken);
        }

        if (verbs.Find(word) is { } verb && Handler(verb) is var handler && IsMeant(verb, handler, arguments))
        {
            return verb.InIncident && justOver is null
                ? await NeedsChannelAsync(verb, arguments, command, cancellationToken)
                : await handler.RunAsync(
                    new VerbRequest(command, verb.Word, arguments, verb.InIncident ? justOver : null), cancellationToken);
        }

        if (verbs.IsReserved(word, arguments))
        {
            return Answer(
                Mrkdwn.Text($"There is no command `{Mrkdwn.Code(word)}`; `{command.Command} help` lists all commands."),
                DeclareWith(command.Text));
        }

        if (word.Length > 0 && arguments.Length == 0 && verbs.Find(word) is null && verbs.Nearest(word) is { } meant)
        {
            return Answer(
                Mrkdwn.Text($"I don't know `{Mrkdwn.Code(word)}`. Did you mean `{command.Command} {meant.Usage}`?"),
                DeclareWith(command.Text));
        }

        return await Handler(verbs.Otherwise).RunAsync(
            new VerbRequest(command, verbs.Otherwise.Word, command.Text, null), cancellationToken);
    }

    private async Task<SlashCommandResponse> InsideAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        if (verbs.Find(request.Word) is { } verb)
        {
            return await Handler(verb).RunAsync(request with { Word = verb.Word }, cancellationToken);
        }

        var incident = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.Number == request.Incident, cancellationToken);
        var hint = request.Word.Length == 0
            ? IncidentWords.OneLine(incident)
            : Mrkdwn.Text(
                $"I don't know `{Mrkdwn.Code(request.Word)}`. Here is what you can do; "
                    + $"`{request.Command.Command} help` lists all commands.");
        var meets = await db.IsMeetingAsync(incident.Number, cancellationToken);

        // In the channel of an incident that is over, an unknown text is more likely the title of a new one.
        IEnumerable<Block> declare = request.Arguments.Length > 0 && !incident.IsOpen ? [DeclareWith(request.Command.Text)] : [];
        return SlashCommandResponse.Ephemeral(
            hint, [new SectionBlock(hint), .. StatusCard.Menu(incident, meets: meets), .. declare]);
    }

    private IVerb Handler(VerbRoute verb) => (IVerb)services.GetRequiredService(verb.Handler);

    /// <summary>A verb of an incident also counts when it stands alone: "status" isn't a title.</summary>
    private static bool IsMeant(VerbRoute verb, IVerb handler, string arguments) =>
        handler.Accepts(arguments) || (verb.InIncident && arguments.Length == 0);

    private async Task<SlashCommandResponse> NeedsChannelAsync(
        VerbRoute verb, string arguments, SlashCommand command, CancellationToken cancellationToken)
    {
        var offers = await WhichIncident.RenderAsync(db, verb, arguments, command, cancellationToken);

        // A verb alone isn't a title: someone tired would press this button instead of "Choose".
        IEnumerable<Block> declare = arguments.Length > 0 ? [DeclareWith(command.Text)] : [];
        return SlashCommandResponse.Ephemeral(Mrkdwn.Raw("Which incident?"), [.. offers, .. declare]);
    }

    private static ActionsBlock DeclareWith(string text) =>
        new(new Button(CardActions.Declare, "Declare with this title")
        {
            Value = SlackText.Truncate(text, Button.MaxValueLength),
        });

    private static SlashCommandResponse Answer(Mrkdwn sentence, params IReadOnlyList<Block> more) =>
        SlashCommandResponse.Ephemeral(sentence, [new SectionBlock(sentence), .. more]);
}
