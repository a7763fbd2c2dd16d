using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components.RenderTree;

namespace IncidentBot.Sandbox.Page.Live;

/// <summary>
/// Writes render trees as HTML. A handler becomes data-onclick="its number", a key data-key: live.js reads both.
/// </summary>
// BL0006: reading the render tree is what a renderer does.
#pragma warning disable BL0006
internal sealed class LiveHtml(Func<int, ArrayRange<RenderTreeFrame>> framesOf)
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta"];

    private readonly StringBuilder html = new();

    public string Of(int component)
    {
        Component(component);
        return html.ToString();
    }

    private void Component(int component)
    {
        var frames = framesOf(component);
        Children(frames.Array, 0, frames.Count);
    }

    private void Children(RenderTreeFrame[] frames, int from, int to)
    {
        for (var at = from; at < to;)
        {
            at = Frame(frames, at);
        }
    }

    private int Frame(RenderTreeFrame[] frames, int at)
    {
        ref var frame = ref frames[at];
        switch (frame.FrameType)
        {
            case RenderTreeFrameType.Element:
                return Element(frames, at);
            case RenderTreeFrameType.Text:
                html.Append(Escape(frame.TextContent));
                return at + 1;
            case RenderTreeFrameType.Markup:
                html.Append(frame.MarkupContent);
                return at + 1;
            case RenderTreeFrameType.Component:
                // One that could not be created keeps the number zero, which is the page's own: it would be drawn inside itself.
                if (frame.ComponentId != 0)
                {
                    Component(frame.ComponentId);
                }

                return at + frame.ComponentSubtreeLength;
            case RenderTreeFrameType.Region:
                Children(frames, at + 1, at + frame.RegionSubtreeLength);
                return at + frame.RegionSubtreeLength;
            default:
                return at + 1;
        }
    }

    private int Element(RenderTreeFrame[] frames, int at)
    {
        ref var element = ref frames[at];
        var end = at + element.ElementSubtreeLength;
        html.Append('<').Append(element.ElementName);
        if (element.ElementKey is { } key)
        {
            Attribute("data-key", Convert.ToString(key, CultureInfo.InvariantCulture) ?? "");
        }

        string? text = null;
        var child = at + 1;
        for (; child < end && frames[child].FrameType == RenderTreeFrameType.Attribute; child++)
        {
            if (element.ElementName == "textarea" && frames[child].AttributeName == "value")
            {
                text = frames[child].AttributeValue as string;
            }

            Attribute(in frames[child]);
        }

        html.Append('>');
        if (Void.Contains(element.ElementName))
        {
            return end;
        }

        html.Append(text is null ? "" : "\n" + Escape(text));
        Children(frames, child, end);
        html.Append("</").Append(element.ElementName).Append('>');
        return end;
    }

    private void Attribute(in RenderTreeFrame frame)
    {
        if (frame.AttributeEventHandlerId > 0)
        {
            Attribute($"data-{frame.AttributeName}", frame.AttributeEventHandlerId.ToString(CultureInfo.InvariantCulture));
        }
        else if (frame.AttributeValue is true)
        {
            html.Append(' ').Append(frame.AttributeName);
        }
        else if (frame.AttributeValue is string value)
        {
            Attribute(frame.AttributeName, value);
        }
    }

    private void Attribute(string name, string value) => html.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
