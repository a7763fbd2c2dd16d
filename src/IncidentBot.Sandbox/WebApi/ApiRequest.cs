using System.Text;
using System.Text.Json;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>A request: its arguments, its token from header or body, and Slack's warning about charsets.</summary>
internal sealed record ApiRequest(ApiArguments Arguments, string? Token, string? Warning)
{
    public static async Task<ApiRequest> ReadAsync(HttpRequest request, bool takesJson)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
        var hasCharset = request.ContentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var fields = form.Concat(request.Query).DistinctBy(f => f.Key).Select(f => KeyValuePair.Create(f.Key, f.Value.ToString()));
            var arguments = ApiArguments.FromForm(Credentials(header).Concat(fields).DistinctBy(f => f.Key));
            return new ApiRequest(arguments, token ?? form["token"].FirstOrDefault(), hasCharset ? "superfluous_charset" : null);
        }

        if (request.HasJsonContentType() && takesJson)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            return new ApiRequest(Parse(await reader.ReadToEndAsync()), token, hasCharset ? null : "missing_charset");
        }

        var query = request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()));
        return new ApiRequest(ApiArguments.FromForm(query), token, null);
    }

    /// <summary>HTTP Basic authentication, which the methods that issue tokens accept instead of two fields.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Credentials(string header)
    {
        Span<byte> bytes = stackalloc byte[512];
        if (!header.StartsWith("Basic ", StringComparison.Ordinal)
            || !Convert.TryFromBase64String(header["Basic ".Length..], bytes, out var written))
        {
            return [];
        }

        var parts = Encoding.UTF8.GetString(bytes[..written]).Split(':', 2);
        return parts.Length < 2
            ? []
            : [new("client_id", Uri.UnescapeDataString(parts[0])), new("client_secret", Uri.UnescapeDataString(parts[1]))];
    }

    private static ApiArguments Parse(string body)
    {
        try
        {
            var json = Json.Parse(body);
            return json.ValueKind == JsonValueKind.Object ? ApiArguments.FromJson(json) : ApiArguments.Empty;
        }
        catch (JsonException)
        {
            return ApiArguments.Empty;
        }
    }
}
