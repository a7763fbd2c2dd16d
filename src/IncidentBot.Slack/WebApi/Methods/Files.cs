using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>files.getUploadURLExternal: the first step of an upload: an address for the bytes.</summary>
/// <param name="Filename">The file name.</param>
/// <param name="Length">The exact number of bytes.</param>
public sealed record FilesGetUploadUrl(string Filename, long Length) : ISlackRequest<UploadUrlResponse>
{
    /// <inheritdoc/>
    public string Method => "files.getUploadURLExternal";
}

/// <summary>files.completeUploadExternal: the last step of an upload: shares the file. Once per file.</summary>
/// <param name="Files">The files whose bytes were sent.</param>
public sealed record FilesCompleteUpload(IReadOnlyList<UploadedFile> Files) : ISlackRequest<FilesResponse>
{
    /// <inheritdoc/>
    public string Method => "files.completeUploadExternal";

    /// <summary>Where to share it.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The thread to share it in.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The comment.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn? InitialComment { get; init; }
}

/// <summary>files.info: one file, or a canvas, which is one.</summary>
/// <param name="File">The file id.</param>
public sealed record FilesInfo(string File) : ISlackRequest<FileResponse>
{
    /// <inheritdoc/>
    public string Method => "files.info";
}

/// <summary>A file whose bytes were sent.</summary>
/// <param name="Id">The file id.</param>
/// <param name="Title">The title that people see.</param>
public sealed record UploadedFile(string Id, string Title);

/// <summary>Where the bytes go.</summary>
public sealed record UploadUrlResponse
{
    /// <summary>The address.</summary>
    public string UploadUrl { get; init; } = "";

    /// <summary>The file id.</summary>
    public string FileId { get; init; } = "";
}

/// <summary>The files that were shared.</summary>
public sealed record FilesResponse
{
    /// <summary>The files.</summary>
    public IReadOnlyList<SlackFile> Files { get; init; } = [];
}

/// <summary>One file.</summary>
public sealed record FileResponse
{
    /// <summary>The file.</summary>
    public SlackFile File { get; init; } = new() { Id = "" };
}
