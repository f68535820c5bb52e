using Kabinet.Shell;
using Kabinet.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Kabinet.Exchange.Tables;

public sealed partial class TableImport : IDisposable
{
    private const int Kilobyte = 1024;

    private Table? table;
    private string fileName = "";
    private TableSurvey? survey;
    private ColumnMapping? mapping;
    private bool overwrites, skipsRefused;
    private ImportPreview? preview;
    private ImportSummary? written;
    private IReadOnlyList<Refusal> refusals = [];
    private string? notice;
    private Undertaking? busy;
    private bool isLeft;

    [Parameter, EditorRequired] public ITableImport Import { get; set; } = null!;
    [Parameter, EditorRequired] public ImportWords Speech { get; set; } = null!;
    [CascadingParameter] private SignedInMember? Member { get; set; }

    private MappedTable Mapped => new(table!, survey!, mapping!);

    public void Dispose()
    {
        isLeft = true;
        // What is under way ends first, and closes the file then.
        if (busy is not null) busy.Cancel.Cancel();
        else table?.Dispose();
    }

    private Task ChooseAsync(InputFileChangeEventArgs chosen) => DoAsync("Файл загружается", (int)Math.Min(int.MaxValue, chosen.File.Size / Kilobyte), async (progress, cancel) =>
    {
        if (chosen.File.Size > Table.MaxBytes)
        {
            refusals = [new Refusal(RefusalReason.TableTooLarge)];
            return;
        }
        var file = TemporaryFile.Create();
        if (!await ReceiveAsync(chosen.File, file, progress, cancel)) return;
        var opened = await Task.Run(() => Table.Open(file), cancel);
        refusals = opened.Refusals;
        if (opened.IsRefused) return;
        (table, fileName) = (opened.Value, chosen.File.Name);
        await LookThroughAsync(opened.Value.Sheets[0], cancel);
    });

    /// <summary>False: the line broke, and it was said.</summary>
    private async Task<bool> ReceiveAsync(IBrowserFile chosen, FileStream file, Action<int> progress, CancellationToken cancel)
    {
        try
        {
            await using var content = chosen.OpenReadStream(Table.MaxBytes, cancel);
            var buffer = new byte[256 * Kilobyte];
            while (await content.ReadAsync(buffer, cancel) is var read and > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                progress((int)(file.Length / Kilobyte));
            }
            return true;
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            await file.DisposeAsync();
            refusals = [new Refusal(RefusalReason.UploadInterrupted)];
            return false;
        }
        catch (OperationCanceledException)
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private Task SurveyAsync(string sheet) => DoAsync("Файл читается", 0, (_, cancel) => LookThroughAsync(sheet, cancel));

    private async Task LookThroughAsync(string sheet, CancellationToken cancel)
    {
        var found = await Task.Run(() => TableSurvey.Of(table!, sheet, Import.Fields, cancel), cancel);
        (refusals, mapping, preview) = (found.Refusals, null, null);
        if (!found.IsRefused) (survey, mapping) = (found.Value, ColumnMapping.Guess(Import.Fields, [.. found.Value.Columns.Select(column => column.Heading)]));
        // Of several sheets another one may be the right one; a file of one is of no use.
        else if (table!.Sheets.Count > 1) survey = new TableSurvey(sheet, HeadRow: 0, Columns: [], RowCount: 0);
        else CloseFile();
    }

    private Task CheckAsync() => DoAsync("Строки проверяются", survey!.RowCount, PreviewAsync);

    private async Task PreviewAsync(Action<int> progress, CancellationToken cancel)
    {
        var outcome = await Task.Run(() => Import.PreviewAsync(Member!, Mapped, overwrites, progress, cancel), cancel);
        refusals = outcome.Refusals;
        preview = outcome.IsRefused ? null : outcome.Value;
    }

    private Task WriteAsync() => DoAsync("Строки записываются", survey!.RowCount, async (progress, cancel) =>
    {
        var confirmed = new ConfirmedImport(overwrites, skipsRefused, preview!.Summary);
        var outcome = await Task.Run(() => Import.RunAsync(Member!, Mapped, confirmed, progress, cancel), cancel);
        if (!outcome.IsRefused)
        {
            written = outcome.Value;
            CloseFile();
            return;
        }
        await PreviewAsync(progress, cancel);
        refusals = outcome.Refusals;
    });

    private void Remap(ColumnMapping wanted) => (mapping, preview, refusals, notice) = (wanted, null, [], null);
    private void ChooseWay(bool isOverwriting) => (overwrites, preview, notice) = (isOverwriting, null, null);

    private void Forget()
    {
        CloseFile();
        (written, refusals, notice) = (null, [], null);
    }

    private void CloseFile()
    {
        table?.Dispose();
        (table, survey, mapping, preview, skipsRefused) = (null, null, null, null, false);
    }

    /// <summary>One thing at a time, that shows how far it is and can be stopped.</summary>
    private async Task DoAsync(string words, int of, Func<Action<int>, CancellationToken, Task> does)
    {
        if (busy is not null) return;
        using var cancel = new CancellationTokenSource();
        var mine = busy = new Undertaking(words, of, cancel);
        (refusals, notice) = ([], null);
        try
        {
            await does(done => Show(mine, done), cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            notice = "Отменено. Ничего не записано.";
            if (survey is null) CloseFile();
        }
        finally
        {
            busy = null;
            if (isLeft) table?.Dispose();
        }
    }

    private void Show(Undertaking under, int done)
    {
        if (isLeft || !under.Advance(done)) return;
        _ = InvokeAsync(StateHasChanged);
    }

    private string Words(Refusal refusal) => refusal.Reason switch
    {
        RefusalReason.ColumnMissing => $"«{Import.Fields.First(field => field.Key == refusal.Field).Name}»: {RefusalTexts.Of(refusal, Texts.Russian)}",
        RefusalReason.ChangedMeanwhile => "Пока вы смотрели, данные компании изменились, поэтому ничего не записано. Ниже — что получится теперь.",
        _ => RefusalTexts.Of(refusal, Texts.Russian),
    };

    /// <param name="Of">How much there is to do; 0: nobody knows.</param>
    private sealed record Undertaking(string Words, int Of, CancellationTokenSource Cancel)
    {
        public int Done { get; private set; }

        /// <summary>False: not far enough since it was shown last.</summary>
        public bool Advance(int done)
        {
            if (Of > 0 && (done - Done) * 100L < Of && done < Of) return false;
            Done = done;
            return true;
        }
    }
}
