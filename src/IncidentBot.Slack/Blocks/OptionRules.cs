namespace IncidentBot.Slack.Blocks;

/// <summary>The limits of options, option groups and what is chosen at first ("Option object").</summary>
internal static class OptionRules
{
    public static void Check(IBlockElement element, BlockFindings at)
    {
        switch (element)
        {
            case StaticSelect select:
                CheckMenu(select.Options, select.OptionGroups, at);
                CheckInitial(select.InitialOption is { } chosen ? [chosen] : [], All(select.Options, select.OptionGroups), at);
                break;
            case MultiStaticSelect select:
                CheckMenu(select.Options, select.OptionGroups, at);
                CheckInitial(select.InitialOptions, All(select.Options, select.OptionGroups), at);
                CheckMaxSelected(select.MaxSelectedItems, at);
                break;
            case MultiUsersSelect select:
                CheckMaxSelected(select.MaxSelectedItems, at);
                break;
            case RadioButtons group:
                CheckOptions(group.Options, RadioButtons.MaxOptions, at, mrkdwn: true);
                CheckInitial(group.InitialOption is { } picked ? [picked] : [], group.Options, at);
                break;
            case Checkboxes group:
                CheckOptions(group.Options, Checkboxes.MaxOptions, at, mrkdwn: true);
                CheckInitial(group.InitialOptions, group.Options, at);
                break;
            case Overflow overflow:
                CheckOptions(overflow.Options, Overflow.MaxOptions, at, url: true);
                break;
        }
    }

    public static void CheckMenu(IReadOnlyList<Option> options, IReadOnlyList<OptionGroup> groups, BlockFindings at)
    {
        if (groups.Count == 0)
        {
            CheckOptions(options, OptionGroup.MaxOptions, at);
            return;
        }

        if (options.Count > 0)
        {
            at.Add("options", "can't be combined with option_groups");
        }

        at.AtMost("option_groups", groups.Count, OptionGroup.MaxOptions, "groups");
        for (var index = 0; index < groups.Count; index++)
        {
            var groupAt = at.At("option_groups").At(index);
            groupAt.Text("label", groups[index].Label, OptionGroup.MaxLabelLength);
            CheckOptions(groups[index].Options, OptionGroup.MaxOptions, groupAt);
        }
    }

    private static void CheckOptions(IReadOnlyList<Option> options, int max, BlockFindings at, bool mrkdwn = false, bool url = false)
    {
        at.AtMost("options", options.Count, max, "options");
        if (options.Count == 0)
        {
            at.Add("options", "is required");
        }

        for (var index = 0; index < options.Count; index++)
        {
            CheckOption(options[index], at.At("options").At(index), mrkdwn, url);
        }
    }

    private static void CheckOption(Option option, BlockFindings at, bool mrkdwn, bool url)
    {
        at.Text("text", option.Text, Option.MaxTextLength);
        at.Text("value", option.Value, Option.MaxValueLength);
        at.Text("description", option.Description, Option.MaxDescriptionLength, required: false);
        at.Text("url", option.Url, Option.MaxUrlLength, required: false);
        if (!mrkdwn && (option.Text is Mrkdwn || option.Description is Mrkdwn))
        {
            at.Add("text", "is plain text in a menu");
        }

        if (!url && option.Url is not null)
        {
            at.Add("url", "is for overflow menus");
        }
    }

    private static void CheckInitial(IReadOnlyList<Option> initial, IReadOnlyList<Option> options, BlockFindings at)
    {
        if (initial.Any(chosen => !options.Contains(chosen)))
        {
            at.Add("initial_option", "matches no option");
        }
    }

    private static void CheckMaxSelected(int? max, BlockFindings at)
    {
        if (max < 1)
        {
            at.Add("max_selected_items", "is at least 1");
        }
    }

    private static List<Option> All(IReadOnlyList<Option> options, IReadOnlyList<OptionGroup> groups) =>
        [.. options, .. groups.SelectMany(group => group.Options)];
}
