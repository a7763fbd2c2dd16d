using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class FormEncodingTests
{
    [Fact]
    public void Every_kind_of_value_has_its_form()
    {
        var fields = FormEncoding.Fields(
            """
            {"text":"a & b","limit":200,"ratio":1.5,"force":true,"not":false,"users":["U1","U2"],
             "blocks":[{"type":"divider"}],"none":[],"view":{"type":"home"},"cursor":null}
            """.Json())
            .ToDictionary();

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["text"] = "a & b",
                ["limit"] = "200",
                ["ratio"] = "1.5",
                ["force"] = "true",
                ["not"] = "false",
                ["users"] = "U1,U2",
                ["blocks"] = """[{"type":"divider"}]""",
                ["none"] = "[]",
                ["view"] = """{"type":"home"}""",
            },
            fields);
    }

    [Fact]
    public async Task A_view_of_250_kilobytes_arrives_whole()
    {
        var view = string.Concat(Enumerable.Repeat("é👩‍🚒&=+%", 25_000));
        using var server = new SlackServer().Answer("""{"ok":true}""");

        await server.Api().CallAsync(
            "views.publish", System.Text.Json.JsonSerializer.SerializeToElement(new { view }), TestContext.Current.CancellationToken);

        Assert.True(view.Length >= 250_000);
        Assert.Equal(view, server.Form()["view"]);
    }
}
