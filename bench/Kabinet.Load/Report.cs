using System.Globalization;

namespace Kabinet.Load;

/// <summary>More of the past must not make anything dearer.</summary>
internal static class Growth
{
    private const double Limit = 1.10;

    /// <summary>For every size but the first: the processor time as a share of the first one's. Both were asked in turn, and the empty endpoint knows of no bookings.</summary>
    public static IReadOnlyList<Figure> Between(IReadOnlyList<Figure> figures) =>
    [
        .. from figure in figures
           let first = figures.First(one => one.Name == figure.Name)
           where figure.Bookings != first.Bookings && figure.Microseconds is not null && figure.Limit is not null
           select new Figure(figure.Bookings, $"{figure.Name}, against {first.Bookings:N0}", figure.Microseconds!.Value / first.Microseconds!.Value, "×", Limit),
    ];
}

internal static class Report
{
    /// <returns>How many figures are over their limit.</returns>
    public static int Write(IReadOnlyList<Figure> figures)
    {
        Console.WriteLine("| Bookings | What                                         |     CPU |    Figure |  Limit |");
        Console.WriteLine("|---------:|----------------------------------------------|--------:|----------:|-------:|");
        foreach (var figure in figures) Console.WriteLine(Line(figure));
        var missed = figures.Where(IsMissed).ToList();
        foreach (var figure in missed) Console.WriteLine(Words($"Over the limit: {figure.Name} with {figure.Bookings:N0} bookings, {figure.Cost:0.00} {figure.Unit}"));
        return missed.Count;
    }

    private static string Line(Figure figure) => Words(
        $"| {figure.Bookings,8:N0} | {figure.Name,-44} | {figure.Microseconds,4:0} {(figure.Microseconds is null ? "  " : "µs")} | {figure.Cost,6:0.00} {figure.Unit,-2} | {figure.Limit,6:0.##} |");

    private static bool IsMissed(Figure figure) => figure.Cost > figure.Limit;

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
