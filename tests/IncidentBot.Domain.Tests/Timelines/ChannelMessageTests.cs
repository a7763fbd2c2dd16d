using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class ChannelMessageTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795081500).AddMicroseconds(100);

    private static readonly Action<ChannelMessage>[] Events =
    [
        message => message.ApplyPosted(new("one", "Ada") { AuthorId = new PersonId("U0ADA") }),
        message => message.ApplyChanged("two", At.AddMinutes(1)),
        message => message.ApplyChanged("one", At.AddMinutes(2)),
        message => message.ApplyChanged("one", At.AddMinutes(3)),
        message => message.ApplyDeleted(At.AddMinutes(4)),
    ];

    [Fact]
    public void The_time_of_a_message_comes_from_its_ts() => Assert.Equal(At, NewMessage().At);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1.0")]
    [InlineData("99999999999999.0")]
    public void An_invalid_message_id_is_refused(string ts) =>
        Assert.Equal("ts", ChannelMessage.Create(new("C1", ts)).Refusal?.Field);

    [Fact]
    public void Events_in_any_order_and_repeated_give_the_same_message()
    {
        foreach (var order in Orders(Events))
        {
            var message = NewMessage();

            foreach (var apply in order.Concat(order))
            {
                apply(message);
            }

            Assert.Equal(("one", "Ada", true), (message.Text, message.AuthorName, message.IsComplete));
            Assert.Equal((At.AddMinutes(2), At.AddMinutes(4)), (message.EditedAt, message.DeletedAt));
            Assert.Equal(["one", "two", "one"], message.VersionsInOrder().Select(version => version.Text));
        }
    }

    [Fact]
    public void A_link_preview_is_not_an_edit()
    {
        var message = Posted("see https://example.org");

        message.ApplyChanged("see https://example.org", At.AddSeconds(2));

        Assert.Null(message.EditedAt);
        Assert.Single(message.VersionsInOrder());
    }

    [Fact]
    public void Words_that_change_without_an_edit_count_from_when_they_were_seen()
    {
        var message = Posted("see https://example.org");
        var seen = At.AddHours(1);

        message.ApplyPosted(new("see https://example.org\nDegraded", "Ada") { SeenAt = seen });
        var version = message.Version;
        message.ApplyPosted(new("see https://example.org\nDegraded", "Ada") { SeenAt = seen.AddHours(1) });

        Assert.Equal(("see https://example.org\nDegraded", seen), (message.Text, message.EditedAt));
        Assert.Equal((version, 2), (message.Version, message.VersionsInOrder().Count));
    }

    [Fact]
    public void Words_that_return_to_what_they_were_are_followed_too()
    {
        var message = Posted("see https://example.org");

        message.ApplyPosted(new("see https://example.org\nDegraded", "Ada") { SeenAt = At.AddHours(1) });
        message.ApplyPosted(new("see https://example.org", "Ada") { SeenAt = At.AddHours(2) });

        Assert.Equal(("see https://example.org", At.AddHours(2)), (message.Text, message.EditedAt));
    }

    [Fact]
    public void Reading_the_history_again_changes_nothing()
    {
        var message = Posted("one");
        message.ApplyChanged("two", At.AddMinutes(1));
        var version = message.Version;

        message.ApplyPosted(new("two", "Ada") { EditedAt = At.AddMinutes(1) });

        Assert.Equal(version, message.Version);
        Assert.Equal("two", message.Text);
    }

    [Fact]
    public void An_edit_that_arrives_first_is_not_undone_by_the_message()
    {
        var message = NewMessage();

        message.ApplyChanged("two", At.AddMinutes(1));
        message.ApplyPosted(new("one", "Ada"));

        Assert.Equal("two", message.Text);
        Assert.Equal(At.AddMinutes(1), message.EditedAt);
    }

    [Fact]
    public void A_file_is_stored_once()
    {
        var file = new MessageFile { Id = "F1", Name = "graph.png", MimeType = "image/png" };
        var message = NewMessage();

        message.ApplyPosted(new("", "Ada") { Files = [file] });
        message.ApplyPosted(new("", "Ada") { Files = [file] });

        Assert.Equal("graph.png", Assert.Single(message.Files).Name);
    }

    [Fact]
    public void Bots_are_stored_by_name()
    {
        var message = NewMessage();

        message.ApplyPosted(new("disk full", "Alertmanager") { IsBot = true });

        Assert.Equal((null, "Alertmanager", true), (message.AuthorId, message.AuthorName, message.IsBot));
    }

    private static ChannelMessage NewMessage() => ChannelMessage.Create(new("C1", "1795081500.000100")).Value!;

    private static ChannelMessage Posted(string text)
    {
        var message = NewMessage();
        message.ApplyPosted(new(text, "Ada"));
        return message;
    }

    private static IEnumerable<T[]> Orders<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((first, index) => Orders([.. items[..index], .. items[(index + 1)..]]).Select(rest => (T[])[first, .. rest]));
}
