using System.Text.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class MethodTests
{
    [Theory]
    [MemberData(nameof(Requests))]
    [MemberData(nameof(FileRequests))]
    public void Arguments_are_named_as_slack_names_them(ISlackRequest request, string method, string arguments)
    {
        Assert.Equal(method, request.Method);
        Payload.AssertSame(arguments, request.ToArguments());
    }

    public static TheoryData<ISlackRequest, string, string> Requests { get; } = new()
    {
        { new AuthTest(), "auth.test", "{}" },
        { new TeamInfo(), "team.info", "{}" },
        {
            new ChatUpdate("C1", "1.000001") { Text = Mrkdwn.Escape("a") },
            "chat.update",
            """{"channel":"C1","ts":"1.000001","text":"a"}"""
        },
        { new ChatDelete("C1", "1.000001"), "chat.delete", """{"channel":"C1","ts":"1.000001"}""" },
        {
            new ChatPostEphemeral("C1", "U1") { Text = Mrkdwn.Escape("a") },
            "chat.postEphemeral",
            """{"channel":"C1","user":"U1","text":"a"}"""
        },
        { new ChatGetPermalink("C1", "1.000001"), "chat.getPermalink", """{"channel":"C1","message_ts":"1.000001"}""" },
        { new ConversationsCreate("inc-1") { IsPrivate = true }, "conversations.create", """{"name":"inc-1","is_private":true}""" },
        {
            new ConversationsInvite("C1", ["U1", "U2"]) { Force = true },
            "conversations.invite",
            """{"channel":"C1","users":["U1","U2"],"force":true}"""
        },
        { new ConversationsJoin("C1"), "conversations.join", """{"channel":"C1"}""" },
        { new ConversationsLeave("C1"), "conversations.leave", """{"channel":"C1"}""" },
        { new ConversationsRename("C1", "inc-2"), "conversations.rename", """{"channel":"C1","name":"inc-2"}""" },
        { new ConversationsSetTopic("C1", ""), "conversations.setTopic", """{"channel":"C1","topic":""}""" },
        { new ConversationsArchive("C1"), "conversations.archive", """{"channel":"C1"}""" },
        { new ConversationsOpen(["U1"]), "conversations.open", """{"users":["U1"]}""" },
        { new ConversationsInfo("C1"), "conversations.info", """{"channel":"C1","include_num_members":false}""" },
        { new ConversationsMembers("C1"), "conversations.members", """{"channel":"C1","limit":200}""" },
        {
            new UsersConversations(),
            "users.conversations",
            """{"types":"public_channel,private_channel","exclude_archived":false,"limit":200}"""
        },
        {
            new ConversationsHistory("C1") { Oldest = "1.000001" },
            "conversations.history",
            """{"channel":"C1","oldest":"1.000001","inclusive":false,"include_all_metadata":false,"limit":200}"""
        },
        {
            new ConversationsReplies("C1", "1.000001"),
            "conversations.replies",
            """{"channel":"C1","ts":"1.000001","inclusive":false,"include_all_metadata":false,"limit":200}"""
        },
        {
            new BookmarksAdd("C1", "Page", "https://example.test/") { Emoji = ":memo:" },
            "bookmarks.add",
            """{"channel_id":"C1","title":"Page","link":"https://example.test/","type":"link","emoji":":memo:"}"""
        },
        { new BookmarksEdit("C1", "Bk1") { Title = "New" }, "bookmarks.edit", """{"channel_id":"C1","bookmark_id":"Bk1","title":"New"}""" },
        { new BookmarksRemove("C1", "Bk1"), "bookmarks.remove", """{"channel_id":"C1","bookmark_id":"Bk1"}""" },
        { new BookmarksList("C1"), "bookmarks.list", """{"channel_id":"C1"}""" },
        { new PinsAdd("C1", "1.000001"), "pins.add", """{"channel":"C1","timestamp":"1.000001"}""" },
        { new PinsRemove("C1", "1.000001"), "pins.remove", """{"channel":"C1","timestamp":"1.000001"}""" },
        { new ReactionsAdd("C1", "1.000001", "eyes"), "reactions.add", """{"channel":"C1","timestamp":"1.000001","name":"eyes"}""" },
        { new ReactionsRemove("C1", "1.000001", "eyes"), "reactions.remove", """{"channel":"C1","timestamp":"1.000001","name":"eyes"}""" },
        { new ReactionsGet("C1", "1.000001"), "reactions.get", """{"channel":"C1","timestamp":"1.000001","full":true}""" },
        {
            new ViewsOpen("t", new Modal("A")),
            "views.open",
            """{"trigger_id":"t","view":{"type":"modal","title":{"type":"plain_text","text":"A"},"blocks":[]}}"""
        },
        {
            new ViewsPush("t", new Modal("A")),
            "views.push",
            """{"trigger_id":"t","view":{"type":"modal","title":{"type":"plain_text","text":"A"},"blocks":[]}}"""
        },
        {
            new ViewsUpdate(new Modal("A")) { ViewId = "V1", Hash = "h" },
            "views.update",
            """{"view_id":"V1","hash":"h","view":{"type":"modal","title":{"type":"plain_text","text":"A"},"blocks":[]}}"""
        },
        { new ViewsPublish("U1", new HomeView()), "views.publish", """{"user_id":"U1","view":{"type":"home","blocks":[]}}""" },
        { new UsersList { Cursor = "c" }, "users.list", """{"limit":200,"cursor":"c"}""" },
        { new UserGroupsList { IncludeUsers = true }, "usergroups.list", """{"include_users":true}""" },
        { new UserGroupsUsersList("S1"), "usergroups.users.list", """{"usergroup":"S1"}""" },
    };

    public static TheoryData<ISlackRequest, string, string> FileRequests() => new()
    {
        { new FilesGetUploadUrl("a.md", 12), "files.getUploadURLExternal", """{"filename":"a.md","length":12}""" },
        {
            new FilesCompleteUpload([new("F1", "A")]) { ChannelId = "C1", InitialComment = Mrkdwn.Escape("Draft") },
            "files.completeUploadExternal",
            """{"files":[{"id":"F1","title":"A"}],"channel_id":"C1","initial_comment":"Draft"}"""
        },
        { new FilesInfo("F1"), "files.info", """{"file":"F1"}""" },
        {
            new ConversationsCanvasesCreate("C1", new CanvasDocument("# A")),
            "conversations.canvases.create",
            """{"channel_id":"C1","document_content":{"type":"markdown","markdown":"# A"}}"""
        },
        {
            CanvasesEdit.Replace("F1", new CanvasDocument("# B")),
            "canvases.edit",
            """{"canvas_id":"F1","changes":[{"operation":"replace","document_content":{"type":"markdown","markdown":"# B"}}]}"""
        },
    };

    [Fact]
    public void Answers_are_read_as_slack_documents_them()
    {
        Assert.Equal("U0PMBOT001", Answer<AuthTestResponse>("auth.test").UserId);
        Assert.NotEmpty(Answer<ChatMessageResponse>("chat.postMessage").Ts);
        Assert.Equal("inc-42-checkout-500", Answer<ConversationResponse>("conversations.create").Channel.Name);
        Assert.Equal("SEV1 | Lead: Anna", Answer<ConversationResponse>("conversations.setTopic").Channel.Topic.Value);
        Assert.Equal("D0PMDM0001", Answer<ConversationResponse>("conversations.open").Channel.Id);
        Assert.Equal("C0PMINC042", Answer<ConversationListResponse>("conversations.list").Channels[0].Id);
        Assert.Equal(3, Answer<MembersResponse>("conversations.members").Members.Count);
        Assert.Equal(2, Answer<MessagesResponse>("conversations.replies").Messages.Count);
        Assert.Equal("Bk0PMBOOK01", Answer<BookmarkResponse>("bookmarks.add").Bookmark.Id);
        Assert.Equal("V0PMVIEW01", Answer<ViewResponse>("views.open").View.Id);
        Assert.Equal("home", Answer<ViewResponse>("views.publish").View.Type);
        Assert.Equal("Europe/Paris", Answer<UserResponse>("users.info").User.Tz);
        Assert.NotEmpty(Answer<UsersResponse>("users.list").Members);
        Assert.Equal(["U0PMANNA01", "U0PMBEN002"], Answer<UserGroupUsersResponse>("usergroups.users.list").Users);
        Assert.Equal("F0PMFILE02", Answer<UploadUrlResponse>("files.getUploadURLExternal").FileId);
        Assert.Equal("F0PMFILE02", Assert.Single(Answer<FilesResponse>("files.completeUploadExternal").Files).Id);
        Assert.Equal("F0PMCANV01", Answer<CanvasResponse>("canvases.create").CanvasId);
        Assert.Equal("pmdemo", Answer<TeamInfoResponse>("team.info").Team.Domain);
    }

    [Fact]
    public void A_history_brings_the_marks_of_messages()
    {
        var messages = Answer<MessagesResponse>("conversations.history_include_all_metadata").Messages;

        Assert.Contains(messages, message => message.Metadata?.EventPayload.ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public void A_channel_names_its_canvas_and_a_file_names_who_made_it()
    {
        var channel = Read<ConversationResponse>("""
            {"ok":true,"channel":{"id":"C1","properties":{"canvas":{"file_id":"F1","is_empty":false,"quip_thread_id":"Q1"}}}}
            """).Channel;
        var file = Read<FileResponse>("""{"ok":true,"file":{"id":"F1","filetype":"quip","user":"U1"}}""").File;

        Assert.Equal("F1", channel.Properties?.Canvas?.FileId);
        Assert.Equal("U1", file.User);
    }

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, SlackJson.Options) ?? throw new InvalidOperationException("null");

    private static T Answer<T>(string method) =>
        Payload.File("33_api_success_by_method").GetProperty(method).Deserialize<T>(SlackJson.Options)
        ?? throw new InvalidOperationException("null");
}
