using Microsoft.AspNetCore.Components.Forms;

namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>A file that a person chose in the browser.</summary>
internal static class PickedFile
{
    private const long Longest = 16 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        if (file.Size > Longest)
        {
            throw new InvalidOperationException(
                $"{file.Name} is too large for this workspace: it takes files of up to {Longest / 1024 / 1024} MB.");
        }

        using var content = new MemoryStream();
        await using var stream = file.OpenReadStream(Longest);
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
