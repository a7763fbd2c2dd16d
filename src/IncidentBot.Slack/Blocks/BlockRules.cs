namespace IncidentBot.Slack.Blocks;

/// <summary>The limits of layout blocks ("Blocks").</summary>
internal static class BlockRules
{
    public static void CheckAll(IReadOnlyList<Block> blocks, BlockFindings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < blocks.Count; index++)
        {
            var (block, at) = (blocks[index], findings.At(index));
            at.Text("block_id", block.BlockId, Block.MaxBlockIdLength, required: block is InputBlock);
            if (block.BlockId is { } id && !seen.Add(id))
            {
                at.Add("block_id", $"\"{id}\" is used twice");
            }

            Check(block, at);
        }
    }

    private static void Check(Block block, BlockFindings at)
    {
        switch (block)
        {
            case SectionBlock section:
                CheckSection(section, at);
                break;
            case HeaderBlock header:
                at.Text("text", header.Text, HeaderBlock.MaxTextLength);
                break;
            case ContextBlock context:
                CheckContext(context, at);
                break;
            case ActionsBlock actions:
                CheckActions(actions, at);
                break;
            case InputBlock input:
                CheckInput(input, at);
                break;
            case ImageBlock image:
                at.Text("image_url", image.ImageUrl, ImageBlock.MaxUrlLength);
                at.Text("alt_text", image.AltText, ImageBlock.MaxAltTextLength);
                at.Text("title", image.Title, ImageBlock.MaxAltTextLength, required: false);
                break;
            case FileBlock file:
                at.Text("external_id", file.ExternalId, View.MaxIdLength);
                break;
            case RichTextBlock { Elements.Count: 0 }:
                at.Add("elements", "is required");
                break;
        }
    }

    private static void CheckSection(SectionBlock section, BlockFindings at)
    {
        at.Text("text", section.Text, SectionBlock.MaxTextLength, required: section.Fields.Count == 0);
        at.AtMost("fields", section.Fields.Count, SectionBlock.MaxFields, "fields");
        for (var index = 0; index < section.Fields.Count; index++)
        {
            at.At("fields").Text($"{index}", section.Fields[index], SectionBlock.MaxFieldLength);
        }

        if (section.Accessory is { } accessory)
        {
            ElementRules.Check(accessory, at.At("accessory"));
        }
    }

    private static void CheckContext(ContextBlock context, BlockFindings at)
    {
        CheckCount(context.Elements.Count, ContextBlock.MaxElements, at);
        for (var index = 0; index < context.Elements.Count; index++)
        {
            ElementRules.Check(context.Elements[index], at.At("elements").At(index));
        }
    }

    private static void CheckActions(ActionsBlock actions, BlockFindings at)
    {
        CheckCount(actions.Elements.Count, ActionsBlock.MaxElements, at);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < actions.Elements.Count; index++)
        {
            var (element, elementAt) = (actions.Elements[index], at.At("elements").At(index));
            ElementRules.Check(element, elementAt);
            if (!seen.Add(element.ActionId))
            {
                elementAt.Add("action_id", $"\"{element.ActionId}\" is used twice in this block");
            }
        }
    }

    private static void CheckInput(InputBlock input, BlockFindings at)
    {
        at.Text("label", input.Label, InputBlock.MaxLabelLength);
        at.Text("hint", input.Hint, InputBlock.MaxHintLength, required: false);
        ElementRules.Check(input.Element, at.At("element"));
        if (input is { DispatchAction: true, Element: FileInput })
        {
            at.Add("dispatch_action", "is not for file inputs");
        }
    }

    private static void CheckCount(int count, int max, BlockFindings at)
    {
        at.AtMost("elements", count, max, "elements");
        if (count == 0)
        {
            at.Add("elements", "is required");
        }
    }
}
