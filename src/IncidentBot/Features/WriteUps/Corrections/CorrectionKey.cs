using System.Globalization;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>One correction of one post-mortem: what its card, its buttons and its forms carry, "12:0195...".</summary>
internal sealed record CorrectionKey(int Number, Guid Id)
{
    public static CorrectionKey Read(string text)
    {
        var parts = text.Split(':');
        return new CorrectionKey(int.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1]));
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Id:N}");
}
