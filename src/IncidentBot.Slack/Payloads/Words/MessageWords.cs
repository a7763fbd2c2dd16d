namespace IncidentBot.Slack.Payloads;

/// <summary>
/// What a person would read in a message, in Slack's escaping and with its tokens: the blocks that are shown, or the text where there
/// are none, then the attachments, and the names of files when nothing else was said.
/// </summary>
internal static class MessageWords
{
    public static string Of(SlackMessage message)
    {
        if (message.IsTombstone)
        {
            return "";
        }

        var own = Own(message);
        var attached = message.Attachments is { } attachments ? AttachmentWords.Of(attachments, own) : "";
        var words = JsonWords.Lines([own, attached]);
        return words.Length > 0 ? words : Wordless(message);
    }

    /// <summary>Blocks replace the text on the screen, unless both say the same; then the text has the fuller markup.</summary>
    private static string Own(SlackMessage message)
    {
        var text = message.Text.Trim();
        if (message.Blocks is not { } blocks || BlockWords.Of(blocks) is not { Length: > 0 } shown)
        {
            return text;
        }

        if (text.Length == 0)
        {
            return shown;
        }

        if (BlockWords.OnlyImages(blocks))
        {
            return JsonWords.IsSame(text, shown) ? text : JsonWords.Lines([text, shown]);
        }

        return JsonWords.IsSame(text, shown) || (!message.IsFromBot && BlockWords.OnlyTyped(blocks)) ? text : shown;
    }

    private static string Wordless(SlackMessage message)
    {
        if (message.Files.Count > 0)
        {
            return string.Join(", ", message.Files.Select(file => JsonWords.Literal(file.ShownName)));
        }

        if (message.IsHuddle)
        {
            return Huddle(message.Room);
        }

        return message.Attachments is { } attachments && JsonWords.Items(attachments).Any(AttachmentWords.IsImage) ? "an image" : "";
    }

    private static string Huddle(SlackRoom? room)
    {
        var named = room is { Name.Length: > 0 } ? $"A huddle: {JsonWords.Literal(room.Name)}" : "A huddle";
        return room is { CreatedBy.Length: > 0 } ? $"{named}, started by <@{room.CreatedBy}>" : named;
    }
}
