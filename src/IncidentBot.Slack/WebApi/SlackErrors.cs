using System.Collections.Frozen;

namespace IncidentBot.Slack.WebApi;

/// <summary>Slack's error codes and what to do about them, from the error lists of the method pages.</summary>
public static class SlackErrors
{
    private static readonly FrozenDictionary<string, SlackErrorKind> Kinds = Table(
        (SlackErrorKind.AlreadyDone,
            "already_in_channel already_pinned already_reacted already_archived not_archived no_pin not_pinned no_reaction"),
        (SlackErrorKind.Throttled,
            "ratelimited rate_limited too_many_requests"),
        (SlackErrorKind.Transient,
            "internal_error fatal_error service_unavailable request_timeout update_failed fetch_members_failed "
            + "external_channel_migrating team_added_to_org org_login_required"),
        (SlackErrorKind.AuthDead,
            "invalid_auth not_authed account_inactive token_revoked token_expired not_allowed_token_type access_denied "
            + "two_factor_setup_required"),
        (SlackErrorKind.Config,
            "missing_scope no_permission permission_denied not_authorized app_access_restricted ekm_access_denied "
            + "accesslimited enterprise_is_restricted not_enabled"),
        (SlackErrorKind.BadInput,
            "invalid_arguments invalid_blocks invalid_blocks_format msg_blocks_too_long no_text msg_too_long "
            + "view_too_large too_long invalid_arg_name invalid_array_arg invalid_form_data "
            + "invalid_json json_not_object invalid_post_type missing_post_type invalid_charset unknown_method "
            + "metadata_too_large invalid_metadata_format invalid_metadata_schema "
            + "markdown_text_conflict too_many_attachments block_mismatch"),
        (SlackErrorKind.TargetGone,
            "channel_not_found message_not_found thread_not_found user_not_found users_not_found user_not_visible "
            + "is_archived is_inactive not_in_channel user_not_in_channel user_disabled "
            + "messages_tab_disabled file_not_found bookmark_not_found cannot_dm_bot"),
        (SlackErrorKind.UserTiming,
            "expired_trigger_id exchanged_trigger_id invalid_trigger_id trigger_expired trigger_exchanged hash_conflict not_found"));

    /// <summary>Error codes after which the call may still have had an effect ("fatal_error: may have partly succeeded").</summary>
    private static readonly FrozenSet<string> MayHaveHappened = FrozenSet.ToFrozenSet(
        ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "update_failed"], StringComparer.Ordinal);

    /// <summary>What to do about an error code.</summary>
    /// <param name="method">The method that returned the code; deleting a missing message counts as done.</param>
    /// <param name="error">The code.</param>
    /// <returns>Its kind.</returns>
    public static SlackErrorKind KindOf(string method, string error) => (method, error) switch
    {
        ("chat.delete", "message_not_found") => SlackErrorKind.AlreadyDone,
        (_, var code) when code.StartsWith("restricted_action", StringComparison.Ordinal) => SlackErrorKind.Config,
        (_, var code) => Kinds.GetValueOrDefault(code, SlackErrorKind.Other),
    };

    internal static bool EffectUnknown(string error) => MayHaveHappened.Contains(error);

    private static FrozenDictionary<string, SlackErrorKind> Table(params (SlackErrorKind Kind, string Codes)[] rows) => rows
        .SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Kind)))
        .ToFrozenDictionary(pair => pair.code, pair => pair.Kind, StringComparer.Ordinal);
}
