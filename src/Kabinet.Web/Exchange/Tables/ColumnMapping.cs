namespace Kabinet.Exchange.Tables;

/// <summary>What each column of a file holds.</summary>
/// <param name="Fields">Column by column; null: it is not loaded.</param>
public sealed record ColumnMapping(IReadOnlyList<TableField?> Fields)
{
    /// <summary>By the headings.</summary>
    public static ColumnMapping Guess(IReadOnlyList<TableField> known, IReadOnlyList<string> headings)
    {
        var fields = new TableField?[headings.Count];
        foreach (var field in known)
        {
            List<int> whole = [.. Free(field.IsCalled)], parts = whole.Count > 0 ? [] : [.. Free(field.HasPart)];
            // The parts belong together; of several columns that are each the whole, only a list is more than one of them.
            foreach (var column in parts.Count > 0 ? parts : field.Joint is not null && field.Parts.Count == 0 ? whole : [.. whole.Take(1)]) fields[column] = field;
        }
        return new(fields);

        IEnumerable<int> Free(Func<string, bool> isMeant) => Enumerable.Range(0, headings.Count).Where(column => fields[column] is null && isMeant(headings[column]));
    }

    public bool Has(TableField field) => Fields.Contains(field);

    /// <summary>In the order in which the fields are known.</summary>
    public IReadOnlyList<TableField> Held(IReadOnlyList<TableField> known) => [.. known.Where(Has)];

    /// <summary>What nothing can be loaded without and no column holds.</summary>
    public List<Refusal> Missing(IReadOnlyList<TableField> known) =>
        [.. known.Where(field => field.IsRequired && !Has(field)).Select(field => new Refusal(RefusalReason.ColumnMissing, field.Key))];

    /// <summary>The column holds that from now on; where only one can, the one that did is not loaded.</summary>
    public ColumnMapping With(int column, TableField? field) =>
        new([.. Fields.Select((one, i) => i == column ? field : one == field && field?.Joint is null ? null : one)]);

    /// <summary>What the row says of the field; empty: nothing.</summary>
    public string Text(TableRow row, TableField field) =>
        string.Join(field.Joint ?? "", Fields.Index().Where(one => one.Item == field).Select(one => row[one.Index]).Where(text => text.Length > 0));
}
