namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>A piece of formatted text. Texts are plain: entities decoded, to be encoded again for HTML.</summary>
internal abstract record MrkdwnNode;

internal sealed record PlainNode(string Text) : MrkdwnNode;

/// <summary>Bold, italic or strike: the tag is b, i or s; quotes are blockquote.</summary>
internal sealed record SpanNode(string Tag, IReadOnlyList<MrkdwnNode> Content) : MrkdwnNode;

internal sealed record CodeNode(string Text, bool IsBlock) : MrkdwnNode;

internal sealed record LineBreakNode : MrkdwnNode;

/// <summary>Only http, https and mailto become links; anything else stays text.</summary>
internal sealed record LinkNode(string Url, string Label) : MrkdwnNode;

/// <summary>&lt;@U…&gt;, &lt;#C…&gt;, &lt;!subteam^S…&gt; or &lt;!here&gt;: kind is user, channel, group or everyone.</summary>
internal sealed record MentionNode(string Kind, string Id, string? Label) : MrkdwnNode;

internal sealed record DateNode(long Timestamp, string Format, string? Url, string Fallback) : MrkdwnNode;

internal sealed record EmojiNode(string Name) : MrkdwnNode;
