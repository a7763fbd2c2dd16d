using IncidentBot.Commands;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Identifies a correction in its card, its buttons and its forms: "12:0195...".</summary>
internal sealed record CorrectionKey(int Number, Guid Id)
{
    public static CorrectionKey Read(string text)
    {
        var parts = ButtonValue.Read(text);
        return new CorrectionKey(parts.Number(), parts.Id(1));
    }

    public string Write() => ButtonValue.Write(Number, Id);
}
