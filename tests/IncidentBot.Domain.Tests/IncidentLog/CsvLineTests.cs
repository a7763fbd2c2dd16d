using IncidentBot.Domain.IncidentLog;

namespace IncidentBot.Domain.Tests.IncidentLog;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData(" padded", "\" padded\"")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData(null, "")]
    public void A_field_is_quoted_where_needed_and_never_a_formula(string? text, string written) =>
        Assert.Equal($"1,{written}\r\n", CsvLine.Of(["1", text]));
}
