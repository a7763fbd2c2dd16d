using IncidentBot.Commands;

namespace IncidentBot.Features.Causes;

/// <summary>The value of an option that stands for one gap: "12:0195...".</summary>
internal static class CauseUseKey
{
    public static string Write(CauseUse use) => ButtonValue.Write(use.Number, use.Chain);

    public static (int Number, Guid Chain) Read(string value)
    {
        var parts = ButtonValue.Read(value);
        return (parts.Number(), parts.Id(1));
    }
}
