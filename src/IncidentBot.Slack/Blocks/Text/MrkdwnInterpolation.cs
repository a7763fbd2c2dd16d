using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IncidentBot.Slack.Blocks;

/// <summary>The interpolated string handler of <see cref="Mrkdwn.Text"/>: literals are appended as markup, values escaped.</summary>
[InterpolatedStringHandler]
public readonly ref struct MrkdwnInterpolation
{
    private readonly StringBuilder _markup;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters in the literal parts.</param>
    /// <param name="formattedCount">Number of values.</param>
    public MrkdwnInterpolation(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>A literal part: markup, because it stands in the source.</summary>
    /// <param name="literal">The part.</param>
    public void AppendLiteral(string literal) => _markup.Append(literal);

    /// <summary>A value that is markup already.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(Mrkdwn? value) => _markup.Append(value?.Content);

    /// <summary>A text: escaped.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(string? value) => _markup.Append(SlackText.Literal(value ?? ""));

    /// <summary>Any other value: formatted for the invariant culture, then escaped.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        // A value that is Mrkdwn behind a wider static type is still markup.
        if (value is Mrkdwn markup)
        {
            AppendFormatted(markup);
            return;
        }

        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
    }

    internal string ToStringAndClear()
    {
        var text = _markup.ToString();
        _markup.Clear();
        return text;
    }
}
