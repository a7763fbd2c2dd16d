using System.Text;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Delivery;

public sealed class ResponseUrlTests
{
    [Fact]
    public async Task Five_answers_are_taken_and_no_sixth()
    {
        await using var lab = await SlackLab.StartAsync();
        var url = await CommandUrlAsync(lab, "payments");

        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add(await AnswerAsync(lab, url, """{"text":"Working"}"""));
        }

        Assert.Equal([200, 200, 200, 200, 200, 404], statuses);
        Assert.Equal(5, lab.Workspace.EphemeralsFor("maya", "payments").Count);
    }

    [Theory]
    [InlineData(30, 200)]
    [InlineData(31, 404)]
    public async Task Answers_are_taken_for_thirty_minutes(int minutes, int status)
    {
        await using var lab = await SlackLab.StartAsync();
        var url = await CommandUrlAsync(lab, "incidents");
        lab.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(status, await AnswerAsync(lab, url, """{"text":"Late"}"""));
    }

    [Fact]
    public async Task An_answer_in_the_channel_is_for_everybody()
    {
        await using var lab = await SlackLab.StartAsync();

        await AnswerAsync(lab, await CommandUrlAsync(lab, "payments"), """{"response_type":"in_channel","text":"INC-1 declared"}""");

        Assert.Equal("INC-1 declared", lab.Workspace.MessagesIn("payments")[^1].Text);
    }

    [Fact]
    public async Task A_click_lets_the_original_be_replaced_and_deleted()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync("C0INCIDENT", "INC-1", ("blocks", Modals.Blocks));
        await lab.Workspace.As("ben").ClickAsync(card, "inc.update");
        var url = lab.Bot.LastAsked.Payload.Text("response_url")!;

        await AnswerAsync(lab, url, """{"replace_original":true,"text":"Done"}""");
        var replaced = lab.Workspace.MessagesIn("incidents").Single().Text;
        await AnswerAsync(lab, url, """{"delete_original":true}""");

        Assert.Equal("Done", replaced);
        Assert.Empty(lab.Workspace.MessagesIn("incidents"));
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"text":"x","blocks":[{"type":"nonsense"}]}""", 400)]
    public async Task An_answer_that_says_nothing_is_refused(string body, int status)
    {
        await using var lab = await SlackLab.StartAsync();

        Assert.Equal(status, await AnswerAsync(lab, await CommandUrlAsync(lab, "incidents"), body));
    }

    private static async Task<string> CommandUrlAsync(SlackLab lab, string channel)
    {
        await lab.Workspace.As("maya").TypeAsync(channel, "/incident new");
        return lab.Bot.LastAsked.Form["response_url"];
    }

    private static async Task<int> AnswerAsync(SlackLab lab, string url, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await lab.Http.PostAsync(new Uri(url), content, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
