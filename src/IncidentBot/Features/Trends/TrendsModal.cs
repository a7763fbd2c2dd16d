using System.Globalization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Trends;

/// <summary>Figures over a period, for all services or one, each with the list that it counts.</summary>
internal static class TrendsModal
{
    public const string CallbackId = "trends";
    public const string Period = "trends_period";
    public const string Service = "trends_service";
    public const string Turn = "trends_turn";
    public const string Share = "trends_share";

    /// <summary>Value: the figure and what the modal shows.</summary>
    public const string OpenList = "trends_list";

    /// <summary>Value of this and the next one: the figure, and how many rows come before the page.</summary>
    public const string ListNext = "trends_list_next";

    public const string ListBack = "trends_list_back";

    private const string AllServices = "*";
    private const int MostServices = 99;

    public static Modal Render(TrendsView view, DateTimeOffset now, string? note = null) => new("Trends")
    {
        CallbackId = CallbackId,
        PrivateMetadata = view.Key.ToString(),
        Close = "Close",
        Blocks =
        [
            new SectionBlock(TrendsText.Heading(view.Key)),
            new ActionsBlock([.. Filters(view)]),
            .. TrendsText.Lines(view, now).Select(line => new SectionBlock(line.Text)
            {
                Accessory = line.Figure is { } figure ? new Button(OpenList, "Open list") { Value = figure.ToString() } : null,
            }),
            new ContextBlock(Mrkdwn.Raw(
                note ?? "Drills, cancelled incidents and duplicates are left out. Private incidents count, without their titles.")),
            new ActionsBlock([.. Buttons(view.Key)]),
        ],
    };

    /// <summary>The service that was chosen; empty for all.</summary>
    public static string ReadService(string value) => value == AllServices ? "" : value;

    private static IEnumerable<IActionsElement> Filters(TrendsView view)
    {
        var periods = TrendsKey.Periods
            .Select(months => new Option($"Last {months} months", months.ToString(CultureInfo.InvariantCulture))).ToList();
        yield return new StaticSelect(Period)
        {
            Options = periods,
            InitialOption = periods[TrendsKey.Periods.ToList().IndexOf(view.Key.Months)],
        };
        var names = view.Services.Take(MostServices).ToList();
        if (view.Key.Service.Length > 0 && !names.Contains(view.Key.Service))
        {
            names.Insert(0, view.Key.Service);
        }

        List<Option> services =
        [
            new("All services", AllServices), .. names.Take(MostServices).Select(name => new Option(name, name)),
        ];
        yield return new StaticSelect(Service)
        {
            Options = services,
            InitialOption = services.Find(option => option.Value == view.Key.Service) ?? services[0],
        };
    }

    private static IEnumerable<IActionsElement> Buttons(TrendsKey key)
    {
        yield return new Button(Turn, key.Page == TrendsPage.Health ? "Show repeats" : "Show process health");
        if (key.Channel.Length > 0)
        {
            yield return new Button(Share, "Share in channel");
        }
    }
}
