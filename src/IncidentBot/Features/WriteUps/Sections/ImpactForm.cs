using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>The impact; duration and what users saw are prefilled from the incident.</summary>
internal sealed class ImpactForm : ISectionForm
{
    private const string Duration = "duration";
    private const string Users = "users";
    private const string Revenue = "revenue";
    private const string DataLost = "data_lost";
    private const string Slo = "slo";
    private const string Saw = "text";
    private const string Communications = "communications";

    private static readonly Option Lost = new("Data was lost", "yes");
    private static readonly Option NotLost = new("No data was lost", "no");

    public string Title => "Impact";

    public IEnumerable<Block> Render(PostMortemView view, Guid item)
    {
        var known = view.Impact;
        return
        [
            Optional(new InputBlock(Duration, "Minutes that users were affected", new NumberInput("value")
            {
                MinValue = 0,
                InitialValue = known.Duration is { } duration ? (long)duration.TotalMinutes : null,
            })),
            Optional(new InputBlock(Users, "Users affected", UsersInput(known))),
            Optional(new InputBlock(Revenue, "Lost revenue", new PlainTextInput("value")
            {
                MaxLength = PostMortemLimits.Revenue,
                InitialValue = known.Revenue,
                Placeholder = "about 12 000 EUR",
            })),
            Optional(new InputBlock(DataLost, "Data loss", new RadioButtons("value")
            {
                Options = [NotLost, Lost],
                InitialOption = known.DataLost switch { true => Lost, false => NotLost, null => null },
            })),
            Optional(new InputBlock(Slo, "Error budget used, in percent", new NumberInput("value")
            {
                IsDecimalAllowed = true,
                MinValue = 0,
                InitialValue = known.SloBudgetPercent,
            })),
            Text(Saw, "What did users see?", known.Text, null),
            Text(
                Communications,
                "Customer communications and reputation",
                known.Communications,
                "Told 40 customers by email at 11:00; two asked for a call"),
        ];
    }

    private static NumberInput UsersInput(Impact known) =>
        new("value") { MinValue = 0, MaxValue = int.MaxValue, InitialValue = known.UsersAffected };

    public Result Write(PostMortem postMortem, ViewState state, SectionEdit edit)
    {
        var impact = new Impact(
            state.Number(Duration) is { } minutes ? TimeSpan.FromMinutes((double)minutes) : null,
            state.Number(Users) is { } users ? (int)users : null,
            state.Text(Revenue),
            state.SelectedOption(DataLost) switch { "yes" => true, "no" => false, _ => null },
            state.Number(Slo),
            state.Text(Saw))
        {
            Communications = state.Text(Communications),
        };
        return postMortem.WriteUp.WriteImpact(impact, edit.By, edit.Now);
    }

    private static InputBlock Text(string block, string label, string? known, string? example) =>
        Optional(new InputBlock(block, label, new PlainTextInput("value")
        {
            Multiline = true,
            MaxLength = PostMortemLimits.Section,
            InitialValue = known,
            Placeholder = example is null ? null : new PlainText(example),
        }));

    private static InputBlock Optional(InputBlock block) => block with { Optional = true };
}
