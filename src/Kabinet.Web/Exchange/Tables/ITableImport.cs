using Kabinet.Staff;

namespace Kabinet.Exchange.Tables;

/// <summary>What becomes of the rows of a file, counted.</summary>
/// <param name="Same">They say nothing that is not known.</param>
/// <param name="Repeated">They say what a row above says, and are left out.</param>
/// <param name="Refused">Something is wrong with them.</param>
public sealed record ImportSummary(int New, int Changed, int Same, int Repeated, int Refused)
{
    public int Written => New + Changed;
}

public enum RowFate { New, Changed, Same, Repeated, Refused }

/// <summary>Something that is wrong with a row.</summary>
/// <param name="Column">Its heading in the file; empty: it is about the whole row.</param>
/// <param name="Text">What stands there.</param>
public sealed record RowProblem(int Row, string Column, string Text, Refusal Refusal);

/// <param name="Texts">As they will be written, in the order of the fields that the file has.</param>
public sealed record PreviewedRow(int Row, RowFate Fate, IReadOnlyList<string> Texts);

/// <param name="First">The first rows of the file.</param>
/// <param name="Problems">All of them, row by row.</param>
public sealed record ImportPreview(ImportSummary Summary, IReadOnlyList<TableField> Fields, IReadOnlyList<PreviewedRow> First, IReadOnlyList<RowProblem> Problems);

/// <summary>What a member agreed to: only this is written.</summary>
/// <param name="Overwrites">The file is right where a card says something else; otherwise it only fills in what the card does not say.</param>
/// <param name="SkipsRefused">Rows with mistakes are left out; otherwise none is written as long as there are any.</param>
/// <param name="Seen">What the preview promised. Where the base changed meanwhile, nothing is written.</param>
public sealed record ConfirmedImport(bool Overwrites, bool SkipsRefused, ImportSummary Seen);

/// <summary>One kind of thing that tables bring into a company.</summary>
public interface ITableImport
{
    /// <summary>What columns may hold.</summary>
    IReadOnlyList<TableField> Fields { get; }

    /// <summary>What would become of each row; nothing is written.</summary>
    /// <param name="progress">Told of how many rows are done, from time to time.</param>
    Task<Outcome<ImportPreview>> PreviewAsync(SignedInMember member, MappedTable table, bool overwrites, Action<int> progress, CancellationToken cancel = default);

    /// <summary>All of it in one transaction, or nothing: when it is cancelled too.</summary>
    Task<Outcome<ImportSummary>> RunAsync(SignedInMember member, MappedTable table, ConfirmedImport confirmed, Action<int> progress, CancellationToken cancel = default);
}
