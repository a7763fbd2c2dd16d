using System.Globalization;
using IncidentBot.Benchmarks.Blame;
using IncidentBot.Benchmarks.Causes;
using IncidentBot.Benchmarks.Figures;
using IncidentBot.Benchmarks.IncidentLog;
using IncidentBot.Benchmarks.Sweeps;
using IncidentBot.Benchmarks.Years;

return args switch
{
    ["blame", "--quality", .. var options] => BlameQuality.Print(Console.Out, wrongOf: options is ["--wrong", var set] ? set : null),
    ["blame", var file] => BlameFile.Check(file, Console.Out, Console.Error),
    ["causes", "--stability", var file] => CauseFile.Stability(file, Console.Out),
    ["causes", "--speed", var file, var incidents] => CauseSpeed.Print(
        file, int.Parse(incidents, CultureInfo.InvariantCulture), Console.Out),
    ["causes", var file] => CauseFile.Suggest(file, Console.Out, Console.Error),
    ["log", var engine, var few, var many] => await LogCosts.PrintAsync(engine, few, many, Console.Out),
    ["years", var engine, var where, var incidents] => await FillDatabase.RunAsync(
        engine, where, int.Parse(incidents, CultureInfo.InvariantCulture), Console.Out),
    ["sweeps"] => await SweepCosts.PrintAsync(100, 5_000, Console.Out),
    ["sweeps", var few, var many] => await SweepCosts.PrintAsync(
        int.Parse(few, CultureInfo.InvariantCulture), int.Parse(many, CultureInfo.InvariantCulture), Console.Out),
    ["trends", var engine, var few, var many] => await FigureCosts.PrintAsync(engine, few, many, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("blame FILE: checks lines of field<TAB>people present, comma separated<TAB>sentence");
    Console.Error.WriteLine("blame --quality [--wrong tuning|tuning-2]: precision and recall on the labelled sentences");
    Console.Error.WriteLine("causes FILE: suggests a cause class for each line of JSON, made only from the lines before it");
    Console.Error.WriteLine("causes --stability FILE: the same figures for other orders of the lines and parts of the time");
    Console.Error.WriteLine("causes --speed FILE INCIDENTS: how long a ranking takes after so many incidents, mixed from the file");
    Console.Error.WriteLine("sweeps [FEW MANY]: what the sweeps cost over FEW and over MANY finished incidents");
    Console.Error.WriteLine("log sqlite FILE FILE, log postgres CONNECTION CONNECTION: the log and searches, 1,000 and 100,000 incidents");
    Console.Error.WriteLine("years sqlite FILE INCIDENTS, years postgres CONNECTION INCIDENTS: fills a fresh database with three years");
    Console.Error.WriteLine("trends sqlite FILE FILE, trends postgres CONNECTION CONNECTION: trends, causes, home and digest, of the same");
    return 2;
}
