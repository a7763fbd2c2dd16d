using System.Net;
using System.Net.Sockets;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Starting;

/// <summary>Starts that fail, as a whole process: what an operator sees is sentences on standard error, and exit code 1.</summary>
public sealed class FailedStartTests
{
    [Fact]
    public async Task Wrong_settings_are_a_sentence_each()
    {
        var ended = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { ["Meetings__CoreFrom"] = "ten", ["Storage__Provider"] = "mysql" });

        AssertSaid(
            ended,
            "Storage__Provider is \"mysql\". Set it to Sqlite or Postgres, for example Sqlite.",
            "Meetings__CoreFrom is \"ten\". Set it to a time of day, for example 10:00.");
    }

    [Fact]
    public async Task The_connection_string_of_another_engine_is_a_sentence() => AssertSaid(
        await ServiceProcess.RunAsync(new Dictionary<string, string> { ["Storage__Provider"] = "postgres" }),
        "Storage__ConnectionString does not say where PostgreSQL is. Set it, for example "
            + "Host=db;Database=incidentbot;Username=incidentbot;Password=….");

    [Fact]
    public async Task A_server_that_is_not_there_is_a_sentence() => AssertBegins(
        await ServiceProcess.RunAsync(new Dictionary<string, string>
        {
            ["Storage__Provider"] = "postgres",
            ["Storage__ConnectionString"] = "Host=127.0.0.1;Port=9;Database=incidentbot;Username=x;Password=hunter2",
        }),
        "PostgreSQL can't be reached: ",
        "Check Storage__ConnectionString, for example Host=db;");

    [Fact]
    public async Task A_file_that_is_no_database_is_a_sentence()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);

        var ended = await ServiceProcess.RunAsync(new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={file}" });

        AssertBegins(
            ended,
            "The database can't be used: ",
            "Check Storage__ConnectionString, for example Data Source=/var/lib/incidentbot/incidentbot.db.");
        File.Delete(file);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_sentence()
    {
        var file = Path.GetTempFileName();

        var ended = await ServiceProcess.RunAsync(
            new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={file}/data/bot.db" });

        AssertBegins(
            ended,
            $"The database folder {file}/data can't be created",
            "Set Storage__ConnectionString to a file in a folder that the service can write to, for example ");
        File.Delete(file);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_database_is_a_sentence() => AssertBegins(
        await ServiceProcess.RunAsync(new Dictionary<string, string> { ["Storage__ConnectionString"] = "Data Source=." }),
        "The database can't be used: ",
        "Check Storage__ConnectionString");

    [Fact]
    public async Task An_address_in_use_is_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var ended = await ServiceProcess.RunAsync(new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address });

        AssertSaid(
            ended,
            $"Another process is using the address {address}. Set ASPNETCORE_URLS to a free address of this machine, for example "
                + $"http://127.0.0.1:8081.");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_a_sentence() => AssertBegins(
        await ServiceProcess.RunAsync(new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://192.0.2.1:8080" }),
        "The service can't listen on its address: ",
        "Set ASPNETCORE_URLS to a free address of this machine");

    [Theory]
    [InlineData("bot.example.com")]
    [InlineData("http://bot.example.com")]
    [InlineData("https://bot.example.com/?x=1")]
    [InlineData("https://")]
    public async Task A_manifest_for_a_wrong_address_is_a_sentence(string address)
    {
        var ended = await ServiceProcess.RunAsync(new Dictionary<string, string>(), "manifest", address);

        AssertBegins(ended, $"The address \"{address}\"", "for example: manifest https://bot.example.com");
        Assert.Empty(ended.Output);
    }

    private static void AssertSaid(ProcessResult ended, params string[] sentences)
    {
        Assert.Equal(sentences, ended.Errors);
        AssertNoTrace(ended);
    }

    private static void AssertBegins(ProcessResult ended, string start, string example)
    {
        var sentence = Assert.Single(ended.Errors);
        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
        Assert.Contains(example, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", sentence, StringComparison.Ordinal);
        AssertNoTrace(ended);
    }

    private static void AssertNoTrace(ProcessResult ended)
    {
        Assert.Equal(1, ended.ExitCode);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", ended.Output, StringComparison.Ordinal);
    }
}
