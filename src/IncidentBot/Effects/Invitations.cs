using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Effects;

/// <summary>
/// Invites people into an incident's channel ("conversations.invite"), except those who are there. Whoever Slack refuses is named in
/// the channel with the reason, so that someone can ask an admin; the others are invited all the same.
/// </summary>
internal sealed class Invitations(IncidentDb db, ISlackApi slack, TimeProvider time)
{
    /// <summary>How many people Slack takes in one call.</summary>
    private const int Portion = 100;

    /// <summary>How many members are read; whoever comes later in the list is invited again, which does no harm.</summary>
    private const int MembersRead = 1000;

    /// <summary>Begins the message that names who was not invited.</summary>
    public const string NotInvited = "Not invited:";

    public async Task<EffectResult> InviteAsync(
        string channelId, IReadOnlyList<PersonId> people, Sending sending, CancellationToken cancellationToken)
    {
        var refused = new List<Refused>();
        foreach (var portion in (await MissingAsync(channelId, people, cancellationToken)).Chunk(Portion))
        {
            var response = await slack.SendAsync(
                new ConversationsInvite(channelId, [.. portion.Select(person => person.Value)]) { Force = true }, cancellationToken);
            if (response.Ok)
            {
                continue;
            }

            // With "force", valid people are invited even when the answer names an invalid one, so only failures of Slack are repeated.
            if (response.Kind is not (SlackErrorKind.TargetGone or SlackErrorKind.Other or SlackErrorKind.AlreadyDone))
            {
                return EffectResult.From(response);
            }

            refused.AddRange(RefusedIn(response.Body).Where(each => each.Error is not ("already_in_channel" or "cant_invite_self")));
        }

        if (refused.Count > 0)
        {
            await db.EnqueueOnceAsync(
                sending.Lane,
                new Post(Address.Channel(channelId), MessageContent.Paragraph(Sentence(refused))),
                $"not_invited:{channelId}:{Fingerprint(refused)}",
                time.GetUtcNow(),
                cancellationToken);
        }

        return EffectResult.Done;
    }

    private async Task<IReadOnlyList<PersonId>> MissingAsync(
        string channelId, IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        var members = await slack.SendAsync(new ConversationsMembers(channelId) { Limit = MembersRead }, cancellationToken);
        return members.Ok ? [.. people.Where(person => !members.Value.Members.Contains(person.Value))] : people;
    }

    private static IEnumerable<Refused> RefusedIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("errors", out var errors)
            || errors.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var error in errors.EnumerateArray())
        {
            if (Text(error, "user") is { Length: > 0 } user)
            {
                yield return new Refused(user, Text(error, "error") ?? "");
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Mrkdwn Sentence(IEnumerable<Refused> refused) => Mrkdwn.Text(
        $"{NotInvited} {Mrkdwn.Join("; ", refused.Select(each => Mrkdwn.Text($"{Mrkdwn.User(each.User)} ({Because(each.Error)})")))}.");

    private static Mrkdwn Because(string error) => error switch
    {
        "user_is_restricted" or "user_is_ultra_restricted" or "ura_max_channels" => Mrkdwn.Raw("a guest; ask an admin to add them"),
        "cant_invite" => Mrkdwn.Raw("from another organisation; share the channel with it"),
        "user_not_found" or "users_not_found" or "user_disabled" or "user_not_visible" => Mrkdwn.Raw("the account is closed"),
        _ => Mrkdwn.Text($"Slack answered `{Mrkdwn.Code(error)}`"),
    };

    /// <summary>The same people are named once, however often they are invited.</summary>
    private static string Fingerprint(IEnumerable<Refused> refused) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', refused.Select(each => each.User).Order(StringComparer.Ordinal)))))[..32];

    private sealed record Refused(string User, string Error);
}
