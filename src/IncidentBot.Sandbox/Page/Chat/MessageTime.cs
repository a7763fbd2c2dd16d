using System.Globalization;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Page.Chat;

internal static class MessageTime
{
    public static DateTimeOffset Of(Message message) => Of(message.Ts);

    public static DateTimeOffset Of(string ts) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(ts.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture));
}
