using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using IncidentBot.Features.Timelines;
using IncidentBot.Starting;

namespace IncidentBot.Tests.Starting;

/// <summary>
/// A wrong value, or several, for every setting in the README's table, as an operator might write it. Where the type of a setting says
/// what is wrong, no row is needed.
/// </summary>
internal static class WrongSettings
{
    private static readonly TheoryData<string, string> ByHand = new()
    {
        { "Slack__BotToken", "" },
        { "Slack__BotToken", "xapp-1-A1-2" },
        { "Slack__SigningSecret", "" },
        { "Slack__SigningSecret", "abc def" },
        { "Slack__PreviousSigningSecret", "abc def" },
        { "Slack__ApiBaseUrl", "slack.com" },
        { "Slack__ApiBaseUrl", "https://slack.com/api" },
        { "Slack__ResponseUrlHosts__0", "hooks.slack.com" },
        { "Storage__Provider", "mysql" },
        { "Storage__Provider", "" },
        { "Storage__ConnectionString", "" },
        { "Storage__ConnectionString", "/var/lib/incidentbot.db" },
        { "Storage__ConnectionString", "Host=db;Database=incidentbot" },
        { "Storage__ConnectionString", "Data Source=:memory:" },
        { "Storage__ConnectionString", "Data Source=x.db;Mode=Sideways" },
        { "Web__PublicUrl", "incidents.example.com" },
        { "Web__PublicUrl", "http://incidents.example.com" },
        { "Web__PublicUrl", "https://example.com/incidents" },
        { "Web__PublicUrl", "https://incidents.example.com" },
        { "Web__ClientId", "1234567890.1234567890123" },
        { "Web__ClientSecret", "0123456789abcdef" },
        { "Incidents__AnnouncementChannel", "" },
        { "Incidents__AnnouncementChannel", "#incidents" },
        { "Incidents__AnnouncementChannel", "our incidents" },
        { "Incidents__Command", "incident" },
        { "Incidents__Command", "/Incident" },
        { "Incidents__Command", "" },
        { "Incidents__PostMortemCommands", "postmortem" },
        { "Incidents__PostMortemCommands", "/pm,/postmortem" },
        { "Incidents__PostMortemCommands", "/incident" },
        { "Incidents__Admins", "@maya" },
        { "Incidents__Admins", "maya" },
        { "Incidents__Admins", "U0MAYA0001,U0BEN00002" },
        { "Incidents__SeverityNames__SEV1", "" },
        { "Incidents__SeverityNames__SEV1", "*Critical*" },
        { "Incidents__SeverityNames__SEV1", "SEV2" },
        { "Incidents__SeverityNames__SEV9", "Critical" },
        { "OnCall__Sev1", "on call" },
        { "OnCall__Sev2", "#oncall" },
        { "OnCall__Sev3", "<!subteam^S0123456789>" },
        { "OnCall__Sev4", "oncall,backup" },
        { "Timeline__DecisionEmoji", "⚖" },
        { "Timeline__DecisionEmoji", "pushpin" },
        { "Timeline__QuestionEmoji", "Parking" },
        { "Timeline__QuestionEmoji", "white_check_mark" },
        { "Timeline__ActionIdeaEmoji", "hammer,wrench" },
        { "Meetings__CoreFrom", "" },
        { "Meetings__CoreFrom", "17:00" },
        { "PostMortems__Templates__SEV1", "novel" },
        { "PostMortems__Templates__SEV9", "report" },
        { "PostMortems__GapTitle", "" },
        { "PostMortems__GapTitle", new string('x', 101) },
        { "PostMortems__TimelineNames", "Initials" },
        { "FollowUps__ProgressDays", "30" },
        { "Wording__Languages", "" },
        { "Wording__Languages", "en,de" },
        { "Wording__Languages", "klingon" },
        { "Reminders__QuietFrom", "08:00" },
        { "Reminders__Holidays", "25.12.2026" },
        { "ASPNETCORE_URLS", "8080" },
        { "ASPNETCORE_URLS", "ftp://127.0.0.1:8080" },
        { "Logging__LogLevel__Default", "Loud" },
    };
    public static TheoryData<string, string> All { get; } = Rows(ByHand.Select(row => row.Data).Concat(ByType()));

    private static IEnumerable<(string Setting, string Value)> ByType() =>
        from section in SettingsTable.Sections
        from property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true }
        from value in Wrong(property)
        select ($"{section.Name}__{property.Name}", value);

    private static string[] Wrong(PropertyInfo property) => TypeOf(property) switch
    {
        var type when type == typeof(int) => ["three", .. Outside(property.GetCustomAttribute<RangeAttribute>())],
        var type when type == typeof(bool) => ["yes"],
        var type when type == typeof(TimeOnly) => ["ten", "9h", "25:00"],
        var type when type == typeof(DateOnly) => ["soon", "02/03/2026"],
        { IsEnum: true } => ["Sideways", "1", "7"],
        _ when property.IsDefined(typeof(EmojiNamesAttribute)) => ["no bell", "Parking"],
        _ => [],
    };

    private static Type TypeOf(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static string[] Outside(RangeAttribute? range) => range is { Minimum: int least, Maximum: int most }
        ? [(least - 1).ToString(CultureInfo.InvariantCulture), (most + 1).ToString(CultureInfo.InvariantCulture)]
        : [];

    private static TheoryData<string, string> Rows(IEnumerable<(string Setting, string Value)> rows) => new(rows.Distinct());
}
