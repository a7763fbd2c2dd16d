using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Domain.Language;

namespace IncidentBot.Forms.Wording;

/// <summary>
/// The block_ids of a form with findings. A field whose text is replaced gets a new id, because Slack keeps what was
/// typed under the old one: "gap" becomes "gap~1". Findings are in blocks whose ids begin with a tilde.
/// </summary>
internal static class FieldIds
{
    private const char Mark = '~';

    /// <summary>The field that a block_id belongs to, without its suffix.</summary>
    public static string Of(string id) => id.Split(Mark)[0];

    /// <summary>The block_id for a replaced text.</summary>
    public static string Next(string id)
    {
        var times = id.Split(Mark) is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Of(id)}{Mark}{times + 1}");
    }

    /// <summary>Whether a block is part of a finding.</summary>
    public static bool IsFinding(string? id) => id is [Mark, ..];

    public static string Words(string field, string hash) => $"{Mark}words:{field}:{hash}";

    public static string Offer(string field, string hash) => $"{Mark}offer:{field}:{hash}";

    /// <summary>The block_id of the reason for keeping exactly this text; another text has another id.</summary>
    public static string Reason(string field, string hash) => $"{Reasons(field)}{hash}";

    /// <summary>The prefix of the block_ids of all reasons for a field.</summary>
    public static string Reasons(string field) => $"{Mark}because:{field}:";

    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FieldText.Plain(text))).AsSpan(0, 8));
}
