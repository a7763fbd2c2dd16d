using System.Globalization;
using IncidentBot.Browser.Tests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests;

/// <summary>Where one writes, used as people use it: key by key, while the page around it changes.</summary>
public sealed class ComposerTests
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_command_typed_key_by_key_arrives_whole(string screen)
    {
        await using var demo = await OpenDemo.StartAsync(Screen.Named(screen));

        await TypeAsync(demo, "/incident Checkout is down");
        await new Screenshots(demo.Page, "composer").TakeAsync(screen);
        await Composer(demo).PressAsync("Enter");

        var title = demo.Page.GetByTestId("modal").GetByLabel("What is wrong?");
        await Expect(title).ToHaveValueAsync("Checkout is down");
        Assert.Empty(demo.Workspace.MessagesIn("general"));
        await title.PressAsync("End");
        await title.PressSequentiallyAsync(" in Europe, for everybody", new() { Delay = 20 });
        await Expect(title).ToHaveValueAsync("Checkout is down in Europe, for everybody");
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_name_typed_key_by_key_stays_where_it_is(string screen)
    {
        await using var demo = await OpenDemo.StartAsync(Screen.Named(screen));

        await TypeAsync(demo, "@ben can you look?");
        await Composer(demo).PressAsync("Enter");

        await Expect(demo.Page.GetByTestId("message").Last).ToContainTextAsync("@Ben Okafor can you look?");
    }

    [Fact]
    public async Task What_is_typed_stays_while_others_write()
    {
        await using var demo = await OpenDemo.StartAsync();

        await TypeAsync(demo, "/inci");
        await demo.Workspace.As("ben").TypeAsync("general", "I look at the database");
        await Expect(demo.Page.GetByTestId("message").Last).ToContainTextAsync("I look at the database");
        await TypeAsync(demo, "dent Checkout");

        await Expect(Composer(demo)).ToHaveValueAsync("/incident Checkout");
    }

    [Fact]
    public async Task Who_types_on_after_Enter_loses_no_letter()
    {
        await using var demo = await OpenDemo.StartAsync();

        await Expect(Composer(demo)).ToBeFocusedAsync();
        await demo.Page.Keyboard.TypeAsync("one\ntwo\nthree", new() { Delay = 5 });

        await Expect(demo.Page.GetByTestId("message").Last).ToContainTextAsync("two");
        await Expect(Composer(demo)).ToHaveValueAsync("three");
    }

    [Fact]
    public async Task A_file_is_attached()
    {
        await using var demo = await OpenDemo.StartAsync();

        // The framework's script takes over the field a moment after it is drawn: too soon for a script, not for a person.
        await demo.Page.WaitForFunctionAsync(
            "() => document.querySelector('[aria-label=\"Attach a file\"]')?._blazorInputFileNextFileId !== undefined");
        await demo.Page.GetByLabel("Attach a file").SetInputFilesAsync(
            new FilePayload { Name = "log.txt", MimeType = "text/plain", Buffer = new byte[100_000] });

        await Expect(demo.Page.GetByTestId("file")).ToContainTextAsync("97 kB");
    }

    [Fact]
    public async Task A_time_typed_key_by_key_moves_the_clock()
    {
        await using var demo = await OpenDemo.StartAsync();
        var wanted = demo.Workspace.Now.Date.AddDays(3).AddHours(13.5);
        await demo.Page.GetByTestId("clock").ClickAsync();

        await demo.Page.GetByTestId("clock-to").FocusAsync();
        await demo.Page.Keyboard.TypeAsync(wanted.ToString("MMddyyyy", CultureInfo.InvariantCulture), new() { Delay = 60 });
        await demo.Page.Keyboard.PressAsync("Tab");
        await demo.Page.Keyboard.TypeAsync("0130PM", new() { Delay = 60 });
        await demo.Page.GetByTestId("clock-go").ClickAsync();

        await Expect(demo.Page.GetByTestId("now-local")).ToContainTextAsync(
            wanted.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_page_comes_back_with_the_demo()
    {
        await using var demo = await OpenDemo.StartAsync();
        await demo.Page.GetByTestId("channel-payments").ClickAsync();
        await Expect(demo.Page.GetByTestId("channel-header")).ToContainTextAsync("payments");

        await demo.RestartAsync();
        await demo.Workspace.As("ben").TypeAsync("payments", "anybody here?");

        await Expect(demo.Page.GetByTestId("message").Last).ToContainTextAsync("anybody here?");
        await TypeAsync(demo, "yes");
        await Composer(demo).PressAsync("Enter");
        await Expect(demo.Page.GetByTestId("message").Last).ToContainTextAsync("yes");
    }

    private static ILocator Composer(OpenDemo demo) => demo.Page.GetByTestId("composer");

    /// <summary>As fast as people do.</summary>
    private static Task TypeAsync(OpenDemo demo, string text) => Composer(demo).PressSequentiallyAsync(text, new() { Delay = 60 });
}
