using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class SlackErrorsTests
{
    [Theory]
    [InlineData("conversations.invite", "already_in_channel", SlackErrorKind.AlreadyDone)]
    [InlineData("pins.add", "already_pinned", SlackErrorKind.AlreadyDone)]
    [InlineData("pins.remove", "no_pin", SlackErrorKind.AlreadyDone)]
    [InlineData("reactions.add", "already_reacted", SlackErrorKind.AlreadyDone)]
    [InlineData("conversations.archive", "already_archived", SlackErrorKind.AlreadyDone)]
    [InlineData("chat.delete", "message_not_found", SlackErrorKind.AlreadyDone)]
    [InlineData("chat.update", "message_not_found", SlackErrorKind.TargetGone)]
    [InlineData("chat.postMessage", "rate_limited", SlackErrorKind.Throttled)]
    [InlineData("bookmarks.add", "too_many_requests", SlackErrorKind.Throttled)]
    [InlineData("users.info", "internal_error", SlackErrorKind.Transient)]
    [InlineData("conversations.members", "fetch_members_failed", SlackErrorKind.Transient)]
    [InlineData("auth.test", "token_revoked", SlackErrorKind.AuthDead)]
    [InlineData("auth.test", "invalid_auth", SlackErrorKind.AuthDead)]
    [InlineData("auth.test", "token_expired", SlackErrorKind.AuthDead)]
    [InlineData("pins.add", "missing_scope", SlackErrorKind.Config)]
    [InlineData("chat.postMessage", "restricted_action_thread_locked", SlackErrorKind.Config)]
    [InlineData("chat.postMessage", "invalid_blocks", SlackErrorKind.BadInput)]
    [InlineData("views.open", "invalid_arguments", SlackErrorKind.BadInput)]
    [InlineData("chat.postMessage", "is_archived", SlackErrorKind.TargetGone)]
    [InlineData("conversations.info", "channel_not_found", SlackErrorKind.TargetGone)]
    [InlineData("chat.postEphemeral", "user_not_in_channel", SlackErrorKind.TargetGone)]
    [InlineData("views.open", "expired_trigger_id", SlackErrorKind.UserTiming)]
    [InlineData("views.open", "exchanged_trigger_id", SlackErrorKind.UserTiming)]
    [InlineData("views.update", "hash_conflict", SlackErrorKind.UserTiming)]
    [InlineData("views.update", "not_found", SlackErrorKind.UserTiming)]
    [InlineData("conversations.create", "name_taken", SlackErrorKind.Other)]
    [InlineData("usergroups.list", "plan_upgrade_required", SlackErrorKind.Other)]
    public void A_code_says_what_to_do(string method, string error, SlackErrorKind expected) =>
        Assert.Equal(expected, SlackErrors.KindOf(method, error));
}
