using System.Text.Encodings.Web;
using System.Text.Json;

namespace IncidentBot.Sandbox.Page.Panels;

/// <summary>Formats the arguments and responses of calls for reading.</summary>
internal static class CallText
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pretty(string text)
    {
        try
        {
            return JsonSerializer.Serialize(Json.Parse(text), Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static string? Error(string answer)
    {
        try
        {
            return Json.Parse(answer).Text("error");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
