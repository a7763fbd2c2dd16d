namespace IncidentBot.Sandbox.State;

/// <summary>The people and channels that every new workspace starts with.</summary>
internal static class InitialWorkspace
{
    private static readonly User[] People =
    [
        new("U0MAYA0001", "maya", "Maya Lindqvist")
        {
            Title = "Site reliability lead", TimeZone = "Europe/Stockholm", Email = "maya@example.test", Color = "2b7de9", IsAdmin = true,
        },
        new("U0BEN00002", "ben", "Ben Okafor")
        {
            Title = "Backend engineer, payments", TimeZone = "Europe/London", Email = "ben@example.test", Color = "e0a729",
        },
        new("U0AIKO0003", "aiko", "Aiko Tanaka")
        {
            Title = "Database engineer", TimeZone = "Asia/Tokyo", Email = "aiko@example.test", Color = "c2453d",
        },
        new("U0CARLOS04", "carlos", "Carlos Medina")
        {
            Title = "Platform engineer", TimeZone = "America/Los_Angeles", Email = "carlos@example.test", Color = "3aa3a0",
        },
        new("U0PRIYA005", "priya", "Priya Nair")
        {
            Title = "Frontend engineer", TimeZone = "Asia/Kolkata", Email = "priya@example.test", Color = "8d4bbb",
        },
        new("U0LENA0006", "lena", "Lena Fischer")
        {
            Title = "Head of engineering", TimeZone = "Europe/Berlin", Email = "lena@example.test", Color = "4c8c2b",
        },
        new("U0SAM00007", "sam", "Sam Carter")
        {
            Title = "Support lead", TimeZone = "America/New_York", Email = "sam@example.test", Color = "d55aa3",
        },
        new("U0TOM00008", "tom", "Tom Novák")
        {
            Title = "Network engineer", TimeZone = "Europe/Prague", Email = "tom@example.test", Color = "5b6ee1",
        },
        new("U0GAIL0009", "gail", "Gail Porter")
        {
            Title = "Consultant (guest)", TimeZone = "Australia/Sydney", Email = "gail@partner.test", Color = "a2663c", IsGuest = true,
        },
        new("U0OSKAR010", "oskar", "Oskar Blum")
        {
            Title = "Left in spring", TimeZone = "Europe/Vienna", Email = "oskar@example.test", Color = "757575", IsDeactivated = true,
        },
        new("U0ALERTMAN", "alertmanager", "Alertmanager") { BotId = "B0ALERTMAN", AppId = "A0ALERTMAN", Color = "e6522c" },
        new(Users.Slackbot, "slackbot", "Slackbot") { Color = "757575" },
    ];

    public static void Populate(Workspace workspace)
    {
        foreach (var user in People)
        {
            workspace.Users.Put(user);
        }

        var bot = new User("U0INCBOT01", workspace.App.DisplayName, "IncidentBot")
        {
            BotId = "B0INCBOT01",
            AppId = workspace.AppId,
            Color = "1f2d3d",
        };
        workspace.Users.Put(bot);
        workspace.Users.Put(new UserGroup("S0ONCALL01", "oncall", "On call", ["U0MAYA0001", "U0CARLOS04"]));

        string[] staff = [.. People.Where(u => !u.IsBot && !u.IsGuest && !u.IsDeactivated && u.Id != Users.Slackbot).Select(u => u.Id)];
        var now = workspace.Now;
        workspace.Channels.Put(
            new Channel("C0GENERAL1", "general", "U0LENA0006", now) { IsGeneral = true, Members = [.. staff, "U0GAIL0009"] });
        workspace.Channels.Put(new Channel("C0INCIDENT", "incidents", "U0MAYA0001", now) { Members = [.. staff, "U0ALERTMAN", bot.Id] });
        workspace.Channels.Put(new Channel("C0PAYMENTS", "payments", "U0BEN00002", now)
        {
            Members = ["U0BEN00002", "U0MAYA0001", "U0AIKO0003", "U0PRIYA005", "U0GAIL0009"],
        });
    }
}
