using IncidentBot.Benchmarks.Blame;

return args switch
{
    ["blame", "--quality", .. var options] => BlameQuality.Print(Console.Out, wrongOf: options is ["--wrong", var set] ? set : null),
    ["blame", var file] => BlameFile.Check(file, Console.Out, Console.Error),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("blame FILE: checks lines of field<TAB>people present, comma separated<TAB>sentence");
    Console.Error.WriteLine("blame --quality [--wrong tuning|tuning-2]: precision and recall on the labelled sentences");
    return 2;
}
