using Kabinet.Load;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(LoadOptions.Help);
    return 0;
}
try
{
    var options = LoadOptions.Read(args);
    List<Figure> figures = [.. await (options.Nodes is { } database ? new Nodes(options, database).MeasureAsync() : new Run(options).MeasureAsync())];
    figures.AddRange(Growth.Between(figures));
    var missed = Report.Write(figures);
    return missed == 0 ? 0 : 1;
}
catch (LoadException exception)
{
    await Console.Error.WriteLineAsync($"bin/bench: {exception.Message}");
    return 2;
}
