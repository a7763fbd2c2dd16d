using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using IncidentBot.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Tests.Web;

/// <summary>What the browser got.</summary>
internal sealed record PageAnswer(HttpStatusCode Status, string Path, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(Html);

    /// <summary>The words of the page, as someone reads them.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null,
        StringSplitOptions.RemoveEmptyEntries));

    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
}

/// <summary>A browser with the cookies of one person; it goes to Slack and back as theirs does.</summary>
internal sealed class PageBrowser(BotApp app)
{
    private const string Address = "http://localhost:5080";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The settings that switch the pages on.</summary>
    public static (string Key, string Value)[] Settings { get; } =
    [
        ("Web:PublicUrl", Address), ("Web:ClientId", "1000000000.2000000000"), ("Web:ClientSecret", "sandbox-client-secret"),
    ];

    /// <summary>The node that answers the next request.</summary>
    public int Node { get; set; }

    public static async Task<PageBrowser> SignedInAsync(BotApp app, string person)
    {
        var browser = new PageBrowser(app);
        await browser.SignInAsync(person);
        return browser;
    }

    /// <summary>Follows redirects within the pages.</summary>
    public async Task<PageAnswer> GetAsync(string path)
    {
        var answer = await SendAsync(HttpMethod.Get, path);
        return IsRedirect(answer) && answer.Path is ['/', ..] ? await GetAsync(answer.Path) : answer;
    }

    /// <summary>Presses "Sign in with Slack", agrees as this person, and comes back to the page that they wanted.</summary>
    public async Task<PageAnswer> SignInAsync(string person, string to = "/sign-in")
    {
        var there = await SendAsync(HttpMethod.Get, QueryHelpers.AddQueryString("/sign-in/slack", "to", to));
        return await GetAsync(await AgreeAsync(there.Path, app.Slack.Users.Find(person)!.Id));
    }

    /// <summary>Where Slack's page sends the person back to; without a person they press "Cancel".</summary>
    public async Task<string> AgreeAsync(string address, string? person)
    {
        using var slack = app.SlackClient();
        using var form = new FormUrlEncodedContent(person is null ? [] : [new("user", person)]);
        using var answer = await slack.PostAsync(new Uri(address), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    public Task<PageAnswer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, fields);

    /// <summary>One request, without following where it leads; the path of a redirect is where it leads.</summary>
    public async Task<PageAnswer> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var client = app.Nodes[Node].Client();
        using var request = new HttpRequestMessage(method, path);
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        var to = response.Headers.Location?.OriginalString ?? path;
        return new PageAnswer(
            response.StatusCode,
            to.StartsWith(Address, StringComparison.Ordinal) ? to[Address.Length..] : to,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsRedirect(PageAnswer answer) => (int)answer.Status is 301 or 302 or 303 or 307 or 308;

    private void Keep(HttpResponseMessage response)
    {
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var (name, value) = line.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (line, "");
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }
    }
}
