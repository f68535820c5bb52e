using System.Globalization;
using Kabinet.Companies;

namespace Kabinet.FirstSteps;

/// <summary>A usual service of a trade, to begin with.</summary>
/// <param name="Duration">Minutes.</param>
/// <param name="Price">Rubles.</param>
public sealed record ReadyService(string Group, string Name, int Duration, decimal Price);

/// <summary>Готовые списки: what companies of a trade usually offer, to be ticked and corrected. They stand in ready-services.txt.</summary>
public static class ReadyServices
{
    private static readonly Dictionary<Trade, List<ReadyService>> ByTrade = Read();

    /// <summary>Empty: the trade has no list.</summary>
    public static IReadOnlyList<ReadyService> Of(Trade trade) => ByTrade.GetValueOrDefault(trade, []);

    /// <summary>«= Trade» begins a list, «# Group» a group of it; each other line is a service: name; minutes; rubles.</summary>
    private static Dictionary<Trade, List<ReadyService>> Read()
    {
        using var reader = new StreamReader(typeof(ReadyServices).Assembly.GetManifestResourceStream("Kabinet.FirstSteps.ready-services.txt")!);
        var lists = new Dictionary<Trade, List<ReadyService>>();
        var (list, group) = (new List<ReadyService>(), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("= ", StringComparison.Ordinal)) lists[Enum.Parse<Trade>(line[2..])] = list = [];
            else if (line.StartsWith("# ", StringComparison.Ordinal)) group = line[2..];
            else if (line.Split("; ") is [var name, var minutes, var rubles])
                list.Add(new ReadyService(group, name, int.Parse(minutes, CultureInfo.InvariantCulture), decimal.Parse(rubles, CultureInfo.InvariantCulture)));
        }
        return lists;
    }
}
