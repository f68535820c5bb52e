namespace Kabinet.Shell;

/// <summary>One of the company's own names in a list that is written whole: a group of services, a kind of resource.</summary>
/// <param name="Id">Null: it is new.</param>
public sealed record NamedRow(int? Id, string? Name)
{
    public const int MaxNameLength = 100;

    /// <summary>The field of a row in a refusal; the first row is 0.</summary>
    public static string Field(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"names[{row}]");

    /// <summary>What is wrong with the list, each beside its row.</summary>
    /// <param name="knownIds">Of the company's own; any other is refused with <paramref name="unknown"/>, one that stands twice too.</param>
    public static IEnumerable<Refusal> Check(IReadOnlyList<NamedRow> rows, IReadOnlyCollection<int> knownIds, RefusalReason unknown)
    {
        HashSet<int> ids = [];
        HashSet<string> names = new(StringComparer.CurrentCultureIgnoreCase);
        for (var row = 0; row < rows.Count; row++)
        {
            var (id, name) = (rows[row].Id, rows[row].Name?.Trim() ?? "");
            if (id is { } known && !(knownIds.Contains(known) && ids.Add(known))) yield return new Refusal(unknown, Field(row));
            if (name.Length == 0) yield return new Refusal(RefusalReason.NameEmpty, Field(row));
            else if (name.Length > MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, Field(row));
            else if (!names.Add(name)) yield return new Refusal(RefusalReason.NameRepeated, Field(row));
        }
    }
}
