namespace IncidentBot.Sandbox.WebApi;

/// <summary>A method, its missing parts (null if complete for the bot), and the test that proves the rest.</summary>
internal sealed record Coverage(string Method, string? Missing, string Test);

/// <summary>The methods of the sandbox; a test compares them with the routes and tests. See also <see cref="Behaviours"/>.</summary>
internal static class CoverageTable
{
    private const string Chat = "ChatMethodsTests.";
    private const string Channels = "ConversationMethodsTests.";
    private const string Members = "MemberMethodsTests.";
    private const string History = "HistoryMethodsTests.";
    private const string Views = "ViewMethodsTests.";
    private const string People = "UserMethodsTests.";
    private const string Install = "InstallTests.";
    private const string SignIn = "SignInTests.";
    private const string Bookmarks = "BookmarkMethodsTests.A_bookmark_is_added_edited_listed_and_removed";
    private const string Canvases = "CanvasMethodsTests.A_channel_gets_one_canvas_whose_content_is_replaced";
    private const string Pins = "MarkMethodsTests.A_pin_is_added_once_told_and_removed";
    private const string Reactions = "MarkMethodsTests.A_reaction_is_added_once_read_told_and_removed";
    private const string Files = "FileMethodsTests.A_file_is_announced_sent_and_shared";

    public static IReadOnlyList<Coverage> Methods { get; } =
    [
        new("auth.test", "enterprise", People + "The_bot_learns_who_it_is"),
        new("bookmarks.add", null, Bookmarks),
        new("bookmarks.edit", null, Bookmarks),
        new("bookmarks.list", null, Bookmarks),
        new("bookmarks.remove", null, Bookmarks),
        new("canvases.edit", "sections, operations other than replace", Canvases),
        new("chat.delete", null, Chat + "A_deleted_message_is_gone"),
        new("chat.getPermalink", null, Chat + "A_permalink_of_a_reply_names_its_thread"),
        new("chat.postEphemeral", null, Chat + "An_ephemeral_is_seen_by_one_member_and_by_no_history"),
        new(
            "chat.postMessage",
            "markdown_text, username, icons, unfurls, chat:write.public",
            Chat + "Posting_answers_and_comes_back_as_an_event"),
        new("chat.update", "markdown_text, file_ids, edit window", Chat + "An_update_replaces_text_and_blocks_and_keeps_metadata"),
        new("conversations.archive", null, Channels + "Archiving_puts_the_bot_out_for_good"),
        new("conversations.canvases.create", "title, events", Canvases),
        new("conversations.create", null, Channels + "The_bot_makes_a_channel_and_hears_that_it_is_in_it"),
        new("conversations.history", null, History + "History_is_newest_first_and_without_replies"),
        new("conversations.info", null, History + "A_channel_is_described"),
        new("conversations.invite", null, Members + "One_bad_id_fails_all_unless_forced"),
        new("conversations.join", null, Members + "Joining_twice_is_a_warning"),
        new("conversations.leave", null, Members + "Leaving_a_channel_ends_the_events"),
        new("conversations.list", null, History + "A_private_channel_without_the_bot_does_not_exist_for_it"),
        new("conversations.members", null, Members + "Members_come_in_pages"),
        new("conversations.open", "group conversations", Members + "A_conversation_is_opened_once"),
        new("conversations.rename", null, Channels + "The_bot_renames_what_it_made_and_nothing_else"),
        new("conversations.replies", null, History + "A_thread_is_oldest_first_and_the_ts_of_a_reply_gives_that_reply_alone"),
        new("conversations.setTopic", null, Channels + "A_topic_of_250_characters_is_set_and_told"),
        new("files.completeUploadExternal", "blocks", Files),
        new("files.getUploadURLExternal", null, Files),
        new("files.info", "comments", Files),
        new("oauth.v2.access", "token rotation, user tokens", Install + "An_installation_gives_the_bots_token_and_its_scopes"),
        new("openid.connect.token", "token rotation", SignIn + "A_person_signs_in_and_the_token_says_who"),
        new("openid.connect.userInfo", null, SignIn + "A_person_signs_in_and_the_token_says_who"),
        new("pins.add", null, Pins),
        new("pins.remove", null, Pins),
        new("reactions.add", null, Reactions),
        new("reactions.get", null, Reactions),
        new("reactions.remove", null, Reactions),
        new("team.info", null, People + "The_team_is_described"),
        new("usergroups.list", "disabled groups", People + "Groups_name_their_people"),
        new("usergroups.users.list", null, People + "Groups_name_their_people"),
        new("users.conversations", null, History + "The_bots_own_channels_are_listed"),
        new("users.info", null, People + "A_person_has_a_zone_and_an_address"),
        new("users.list", null, People + "Everybody_is_listed_the_departed_and_the_bots_too"),
        new("views.open", null, Views + "A_modal_opens_with_its_initial_values"),
        new("views.publish", null, Views + "The_home_tab_is_published_at_any_time"),
        new("views.push", null, Views + "Three_modals_stack_and_no_fourth"),
        new("views.update", null, Views + "An_update_needs_the_newest_hash_and_keeps_what_was_typed"),
    ];
}
