namespace IncidentBot.Slack.Blocks;

/// <summary>The limits of block elements ("Block elements").</summary>
internal static class ElementRules
{
    public static void Check(IBlockElement element, BlockFindings at)
    {
        if (element is IInteractiveElement interactive)
        {
            at.Text("action_id", interactive.ActionId, IInteractiveElement.MaxActionIdLength);
        }

        at.Text("placeholder", Placeholder(element), StaticSelect.MaxPlaceholderLength, required: false);
        CheckConfirm(Confirm(element), at.At("confirm"));
        CheckLimits(element, at);
        OptionRules.Check(element, at);
    }

    private static void CheckLimits(IBlockElement element, BlockFindings at)
    {
        switch (element)
        {
            case TextObject text:
                at.Text("text", text.Content, TextObject.MaxLength);
                break;
            case ImageElement image:
                at.Text("image_url", image.ImageUrl, ImageBlock.MaxUrlLength);
                at.Text("alt_text", image.AltText, ImageBlock.MaxAltTextLength);
                break;
            case Button button:
                at.Text("text", button.Text, Button.MaxTextLength);
                at.Text("value", button.Value, Button.MaxValueLength, required: false);
                at.Text("url", button.Url, Button.MaxUrlLength, required: false);
                at.Text("accessibility_label", button.AccessibilityLabel, Button.MaxTextLength, required: false);
                break;
            case PlainTextInput input:
                CheckPlainText(input, at);
                break;
            case NumberInput { MinValue: { } min, MaxValue: { } max } when min > max:
                at.Add("min_value", "is above max_value");
                break;
            case FileInput { MaxFiles: < 1 or > FileInput.MaxFileCount }:
                at.Add("max_files", "is 1 to 10");
                break;
        }
    }

    private static void CheckPlainText(PlainTextInput input, BlockFindings at)
    {
        if (input.MinLength is < 0 or > PlainTextInput.MaxTextLength)
        {
            at.Add("min_length", "is 0 to 3000");
        }

        if (input.MaxLength is < 1 or > PlainTextInput.MaxTextLength)
        {
            at.Add("max_length", "is 1 to 3000");
        }

        if (input.MinLength > input.MaxLength)
        {
            at.Add("min_length", "is above max_length");
        }

        at.Text("initial_value", input.InitialValue, input.MaxLength ?? PlainTextInput.MaxTextLength, required: false);
    }

    private static void CheckConfirm(ConfirmationDialog? confirm, BlockFindings at)
    {
        if (confirm is null)
        {
            return;
        }

        at.Text("title", confirm.Title, ConfirmationDialog.MaxTitleLength);
        at.Text("text", confirm.Text, ConfirmationDialog.MaxTextLength);
        at.Text("confirm", confirm.Confirm, ConfirmationDialog.MaxButtonLength);
        at.Text("deny", confirm.Deny, ConfirmationDialog.MaxButtonLength);
    }

    private static PlainText? Placeholder(IBlockElement element) => element switch
    {
        StaticSelect select => select.Placeholder,
        MultiStaticSelect select => select.Placeholder,
        ExternalSelect select => select.Placeholder,
        UsersSelect select => select.Placeholder,
        MultiUsersSelect select => select.Placeholder,
        ConversationsSelect select => select.Placeholder,
        DatePicker picker => picker.Placeholder,
        TimePicker picker => picker.Placeholder,
        PlainTextInput input => input.Placeholder,
        UrlTextInput input => input.Placeholder,
        NumberInput input => input.Placeholder,
        _ => null,
    };

    private static ConfirmationDialog? Confirm(IBlockElement element) => element switch
    {
        Button button => button.Confirm,
        Overflow overflow => overflow.Confirm,
        StaticSelect select => select.Confirm,
        MultiStaticSelect select => select.Confirm,
        ExternalSelect select => select.Confirm,
        UsersSelect select => select.Confirm,
        MultiUsersSelect select => select.Confirm,
        ConversationsSelect select => select.Confirm,
        RadioButtons group => group.Confirm,
        Checkboxes group => group.Confirm,
        DatePicker picker => picker.Confirm,
        TimePicker picker => picker.Confirm,
        DateTimePicker picker => picker.Confirm,
        _ => null,
    };
}
