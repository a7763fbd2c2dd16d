using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Domain.Language;

namespace IncidentBot.Forms.Wording;

/// <summary>
/// The block_ids of a form that is talked about. A field whose text is replaced gets a new id, because Slack keeps what was
/// typed under the old one: "gap" becomes "gap~1". What is said about a field stands in blocks whose ids begin with a tilde.
/// </summary>
internal static class FieldIds
{
    private const char Mark = '~';

    /// <summary>The field that a block is, whatever became of its id.</summary>
    public static string Of(string id) => id.Split(Mark)[0];

    /// <summary>The id under which the field shows another text.</summary>
    public static string Next(string id)
    {
        var times = id.Split(Mark) is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Of(id)}{Mark}{times + 1}");
    }

    /// <summary>Whether a block says something about a field, instead of being one.</summary>
    public static bool IsRemark(string? id) => id is [Mark, ..];

    public static string Words(string field, string hash) => $"{Mark}words:{field}:{hash}";

    public static string Offer(string field, string hash) => $"{Mark}offer:{field}:{hash}";

    /// <summary>Where the reason is typed that keeps exactly this text: another text has another field.</summary>
    public static string Reason(string field, string hash) => $"{Reasons(field)}{hash}";

    /// <summary>How the ids of all reasons for a field begin.</summary>
    public static string Reasons(string field) => $"{Mark}because:{field}:";

    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Worded.Plain(text))).AsSpan(0, 8));
}
