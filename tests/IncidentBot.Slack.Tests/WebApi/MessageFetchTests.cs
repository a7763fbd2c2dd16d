using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class MessageFetchTests
{
    private const string Wanted = "1769429010.000500";
    private const string Neighbour = """{"ok":true,"messages":[{"ts":"1769429000.000200","text":"another"}]}""";
    private const string Message = """{"ok":true,"messages":[{"ts":"1769429010.000500","text":"wanted"}]}""";
    private const string NoThread = """{"ok":false,"error":"thread_not_found"}""";

    [Theory]
    [InlineData(Message, Neighbour)]
    [InlineData(Neighbour, Message)]
    [InlineData(NoThread, Message)]
    public async Task A_message_is_found_in_its_thread_or_in_the_history(string replies, string history)
    {
        var response = await FetchAsync(replies, history);

        Assert.Equal("wanted", response.Value?.Text);
    }

    [Fact]
    public async Task A_neighbour_is_never_taken_for_the_message()
    {
        var response = await FetchAsync(Neighbour, Neighbour);

        Assert.Equal((false, "message_not_found", SlackErrorKind.TargetGone), (response.Ok, response.Error, response.Kind));
    }

    [Fact]
    public async Task An_error_is_passed_on() =>
        Assert.Equal("not_in_channel", (await FetchAsync(NoThread, """{"ok":false,"error":"not_in_channel"}""")).Error);

    private static async Task<SlackResponse<Payloads.SlackMessage>> FetchAsync(string replies, string history)
    {
        using var server = new SlackServer()
            .Answer("/api/conversations.replies", response => response.WithBody(replies))
            .Answer("/api/conversations.history", response => response.WithBody(history));
        return await server.Api().FetchMessageAsync("C0PMINC042", Wanted, TestContext.Current.CancellationToken);
    }
}
