using System.Text.Json;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Endpoints;

/// <summary>
/// Parses a verified command or interaction and answers it. A handler is not cancelled when Slack hangs up
/// after three seconds: the person asked for it once, and half of it would be worse.
/// </summary>
internal sealed partial class SlackReceiver(SlackRouter router, ILogger<SlackReceiver> logger)
{
    public async Task<IResult> CommandAsync(ReadOnlyMemory<byte> body)
    {
        if (SlackForm.Command(body) is not { } command)
        {
            return Results.BadRequest();
        }

        var place = PlaceOf(command.ChannelId);
        Log.Typed(logger, command.Command, place);
        var response = await router.DispatchCommandAsync(command, CancellationToken.None);
        return response.IsEmpty ? Results.Ok() : Json(response);
    }

    public async Task<IResult> InteractionAsync(ReadOnlyMemory<byte> body)
    {
        if (SlackForm.Json(SlackForm.Read(body).GetValueOrDefault("payload").ToString()) is not { } payload)
        {
            return Results.BadRequest();
        }

        InteractionRequest? request;
        try
        {
            request = InteractionParser.Parse(payload);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (request is null)
        {
            var type = InteractionParser.TypeOf(payload);
            Log.UnknownInteraction(logger, type);
            return Results.Ok();
        }

        return await AnswerAsync(request);
    }

    private async Task<IResult> AnswerAsync(InteractionRequest request)
    {
        NoteWhatWasDone(request);
        switch (request)
        {
            case ViewSubmission submission:
                var response = await router.DispatchSubmissionAsync(submission, CancellationToken.None);
                return response.ResponseAction is null ? Results.Ok() : Json(response);
            case BlockSuggestion suggestion:
                return Json(await router.DispatchOptionsAsync(suggestion, CancellationToken.None));
            default:
                await router.DispatchInteractionAsync(request, CancellationToken.None);
                return Results.Ok();
        }
    }

    /// <summary>
    /// What was done, by its ids; looking for options and closing a form changes nothing. Never who did it: some buttons and forms promise
    /// that no one can find out, and the others write it into the record.
    /// </summary>
    private void NoteWhatWasDone(InteractionRequest request)
    {
        switch (request)
        {
            case ViewSubmission submission:
                Log.Submitted(logger, submission.View.CallbackId);
                break;
            case BlockActionRequest pressed:
                var place = PlaceOf(pressed.Channel?.Id);
                foreach (var action in pressed.Actions)
                {
                    Log.Pressed(logger, action.ActionId, place);
                }

                break;
            case GlobalShortcut shortcut:
                Log.TookShortcut(logger, shortcut.CallbackId);
                break;
            case MessageShortcut shortcut:
                Log.TookShortcut(logger, shortcut.CallbackId);
                break;
        }
    }

    /// <summary>A channel; the id of a direct message would name the person.</summary>
    private static string PlaceOf(string? channel) => channel is ['C' or 'G', ..] ? channel : "a form or a direct message";

    private static IResult Json<T>(T response) => Results.Json(response, SlackJson.Options);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Command} was typed in {Place}")]
        public static partial void Typed(ILogger logger, string command, string place);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Form} was submitted")]
        public static partial void Submitted(ILogger logger, string form);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Action} was used in {Place}")]
        public static partial void Pressed(ILogger logger, string action, string place);

        [LoggerMessage(Level = LogLevel.Information, Message = "The shortcut {Shortcut} was used")]
        public static partial void TookShortcut(ILogger logger, string shortcut);

        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored an interaction of type {Type}")]
        public static partial void UnknownInteraction(ILogger logger, string type);
    }
}
