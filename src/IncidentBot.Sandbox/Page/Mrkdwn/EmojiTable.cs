using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>The emoji that people and this kind of app use; any other name stays :name:.</summary>
internal static partial class EmojiTable
{
    private static readonly Dictionary<string, string> ByName = Read("""
        +1 👍 | -1 👎 | thumbsup 👍 | thumbsdown 👎 | clap 👏 | raised_hands 🙌 | pray 🙏 | wave 👋 | ok_hand 👌 | muscle 💪
        eyes 👀 | point_up ☝️ | point_right 👉 | point_down 👇 | point_left 👈
        handshake 🤝 | raising_hand 🙋 | raised_hand ✋ | writing_hand ✍️ | brain 🧠
        smile 😄 | slightly_smiling_face 🙂 | grinning 😀 | joy 😂 | sweat_smile 😅
        wink 😉 | thinking_face 🤔 | neutral_face 😐 | cry 😢 | sob 😭
        scream 😱 | sleeping 😴 | sunglasses 😎 | hugging_face 🤗 | innocent 😇
        confused 😕 | worried 😟 | exploding_head 🤯 | partying_face 🥳 | see_no_evil 🙈
        heart ❤️ | green_heart 💚 | blue_heart 💙 | yellow_heart 💛 | broken_heart 💔
        sparkling_heart 💖 | 100 💯 | boom 💥 | fire 🔥 | sparkles ✨
        star ⭐ | star2 🌟 | tada 🎉 | confetti_ball 🎊 | trophy 🏆 | medal 🏅 | gift 🎁 | balloon 🎈 | rocket 🚀 | zap ⚡
        pushpin 📌 | round_pushpin 📍 | paperclip 📎 | link 🔗 | satellite_antenna 📡
        satellite 🛰️ | no_bell 🔕 | bell 🔔 | loudspeaker 📢 | mega 📣
        scales ⚖️ | balance_scale ⚖️ | parking 🅿️ | hammer_and_wrench 🛠️ | hammer 🔨
        wrench 🔧 | gear ⚙️ | nut_and_bolt 🔩 | toolbox 🧰 | test_tube 🧪
        white_check_mark ✅ | heavy_check_mark ✔️ | ballot_box_with_check ☑️ | x ❌ | heavy_multiplication_x ✖️
        negative_squared_cross_mark ❎ | no_entry ⛔ | no_entry_sign 🚫 | warning ⚠️ | rotating_light 🚨
        red_circle 🔴 | large_orange_circle 🟠 | orange_circle 🟠 | large_yellow_circle 🟡 | yellow_circle 🟡
        large_green_circle 🟢 | green_circle 🟢 | large_blue_circle 🔵 | blue_circle 🔵 | large_purple_circle 🟣
        white_circle ⚪ | black_circle ⚫ | large_brown_circle 🟤 | red_square 🟥 | large_orange_square 🟧
        large_yellow_square 🟨 | large_green_square 🟩 | large_blue_square 🟦 | white_large_square ⬜ | black_large_square ⬛
        small_orange_diamond 🔸 | small_blue_diamond 🔹 | white_small_square ▫️ | small_red_triangle 🔺 | radio_button 🔘 | arrow_right ➡️
        arrow_left ⬅️ | arrow_up ⬆️ | arrow_down ⬇️ | arrow_upper_right ↗️ | arrow_lower_right ↘️
        arrows_counterclockwise 🔄 | repeat 🔁 | fast_forward ⏩ | leftwards_arrow_with_hook ↩️ | heavy_plus_sign ➕
        heavy_minus_sign ➖ | question ❓ | exclamation ❗ | grey_question ❔ | information_source ℹ️
        alarm_clock ⏰ | stopwatch ⏱️ | hourglass ⌛ | hourglass_flowing_sand ⏳ | timer_clock ⏲️
        clock1 🕐 | clock3 🕒 | clock9 🕘 | calendar 📅 | date 📅
        spiral_calendar_pad 🗓️ | memo 📝 | pencil 📝 | pencil2 ✏️ | page_facing_up 📄
        clipboard 📋 | bookmark 🔖 | bookmark_tabs 📑 | books 📚 | book 📖
        file_folder 📁 | open_file_folder 📂 | card_index_dividers 🗂️ | inbox_tray 📥 | outbox_tray 📤
        package 📦 | email 📧 | envelope ✉️ | speech_balloon 💬 | thought_balloon 💭
        bar_chart 📊 | chart_with_upwards_trend 📈 | chart_with_downwards_trend 📉 | mag 🔍 | mag_right 🔎
        bulb 💡 | adhesive_bandage 🩹 | key 🔑 | lock 🔒 | unlock 🔓 | shield 🛡️
        computer 💻 | desktop_computer 🖥️ | phone ☎️ | telephone_receiver 📞 | iphone 📱
        file_cabinet 🗄️ | mute 🔇 | zzz 💤 | floppy_disk 💾 | electric_plug 🔌 | battery 🔋 | globe_with_meridians 🌐 | earth_africa 🌍
        bug 🐛 | ant 🐜 | robot_face 🤖 | ghost 👻 | skull 💀 | turtle 🐢 | snail 🐌 | dog 🐶 | cat 🐱 | seedling 🌱
        coffee ☕ | pizza 🍕 | beer 🍺 | doughnut 🍩 | cake 🍰
        construction 🚧 | traffic_light 🚦 | triangular_flag_on_post 🚩 | checkered_flag 🏁 | dart 🎯
        first_place_medal 🥇 | fire_engine 🚒 | fire_extinguisher 🧯 | ambulance 🚑 | hospital 🏥
        house 🏠 | office 🏢 | bust_in_silhouette 👤 | busts_in_silhouette 👥 | detective 🕵️
        firefighter 🧑‍🚒 | technologist 🧑‍💻 | wastebasket 🗑️ | label 🏷️ | money_with_wings 💸
        credit_card 💳 | shopping_trolley 🛒 | snowflake ❄️ | cloud ☁️ | sunny ☀️
        one 1️⃣ | two 2️⃣ | three 3️⃣ | four 4️⃣ | five 5️⃣
        thread 🧵 | double_vertical_bar ⏸️ | black_square_for_stop ⏹️ | arrow_forward ▶️ | new 🆕
        """);

    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    public static string Show(string name) => ByName.GetValueOrDefault(name) ?? $":{name}:";

    /// <summary>A text in which nothing but emoji has a meaning.</summary>
    public static string ShowAll(string text) => Name().Replace(text, match => Show(match.Groups["name"].Value));

    [GeneratedRegex(@":(?<name>[a-z0-9_+'-]+):", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    private static Dictionary<string, string> Read(string table)
    {
        var emoji = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in table.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = entry.IndexOf(' ', StringComparison.Ordinal);
            emoji[entry[..space]] = entry[(space + 1)..];
        }

        return emoji;
    }
}
