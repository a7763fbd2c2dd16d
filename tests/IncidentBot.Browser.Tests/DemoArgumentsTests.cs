using IncidentBot.Demo;

namespace IncidentBot.Browser.Tests;

public sealed class DemoArgumentsTests
{
    [Theory]
    [InlineData("", null, false)]
    [InlineData("5011", 5011, false)]
    [InlineData("--with a-quarter", null, true)]
    [InlineData("5011 --with a-quarter", 5011, true)]
    [InlineData("--with a-quarter 5011", 5011, true)]
    public void A_port_and_a_quarter_are_understood_in_any_order(string line, int? port, bool withQuarter) =>
        Assert.Equal(new DemoArguments(port, withQuarter), DemoArguments.Read(Split(line)));

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("5011 5012")]
    [InlineData("--with")]
    [InlineData("--with a-year")]
    [InlineData("--help")]
    public void Anything_else_is_not(string line) => Assert.Null(DemoArguments.Read(Split(line)));

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
