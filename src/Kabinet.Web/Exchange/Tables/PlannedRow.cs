namespace Kabinet.Exchange.Tables;

/// <summary>A row and what becomes of it.</summary>
/// <param name="Form">What the card says afterwards; of a refused row as far as it was read.</param>
/// <param name="Card">Which it changes; null: none.</param>
internal sealed record PlannedRow<TForm, TCard>(int Row, RowFate Fate, TForm Form, TCard? Card, IReadOnlyList<RowProblem> Problems) where TCard : class
{
    /// <param name="first">The row that says the same.</param>
    public static PlannedRow<TForm, TCard> Repeated(int row, TForm form, int first) =>
        new(row, RowFate.Repeated, form, null, [new RowProblem(row, "", $"строка {first}", new Refusal(RefusalReason.RowRepeated))]);
}

/// <summary>Counts rows as they are planned, and keeps what the preview shows of them.</summary>
/// <param name="fields">Which the file has.</param>
/// <param name="show">How the form's field looks on the screen.</param>
internal sealed class ImportTally<TForm, TCard>(IReadOnlyList<TableField> fields, Func<TForm, TableField, string> show) where TCard : class
{
    private const int ShownRows = 10;

    private readonly Dictionary<RowFate, int> counts = Enum.GetValues<RowFate>().ToDictionary(fate => fate, _ => 0);
    private readonly List<PreviewedRow> first = [];
    private readonly List<RowProblem> problems = [];

    public ImportSummary Summary => new(counts[RowFate.New], counts[RowFate.Changed], counts[RowFate.Same], counts[RowFate.Repeated], counts[RowFate.Refused]);
    public ImportPreview Preview => new(Summary, fields, first, problems);

    public void Add(PlannedRow<TForm, TCard> planned)
    {
        counts[planned.Fate]++;
        problems.AddRange(planned.Problems);
        if (first.Count < ShownRows) first.Add(new PreviewedRow(planned.Row, planned.Fate, [.. fields.Select(field => show(planned.Form, field))]));
    }

    /// <summary>Null: this is what was confirmed.</summary>
    public RefusalReason? RefusalOf(ConfirmedImport confirmed) =>
        Summary != confirmed.Seen ? RefusalReason.ChangedMeanwhile : Summary.Refused > 0 && !confirmed.SkipsRefused ? RefusalReason.RowsRefused : null;
}
