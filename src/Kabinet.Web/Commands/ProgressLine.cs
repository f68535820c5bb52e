using Kabinet.Exchange.Import;

namespace Kabinet.Commands;

/// <summary>How far it is, on the standard error: one line that is written over on a terminal, elsewhere a line now and then.</summary>
internal sealed class ProgressLine(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Now = TimeSpan.FromMilliseconds(100), NowAndThen = TimeSpan.FromSeconds(2);

    private readonly bool isTerminal = !Console.IsErrorRedirected;
    private ImportProgress shown;
    private long shownAt;
    private int width;

    public void Show(ImportProgress progress)
    {
        // A step of its own is always said, the way through it only so often.
        var isSoon = time.GetElapsedTime(shownAt) < (isTerminal ? Now : NowAndThen);
        if (progress.Step == shown.Step && isSoon && progress.Done < progress.Of) return;
        (shown, shownAt) = (progress, time.GetTimestamp());

        var line = progress.Of > 0 ? $"{progress.Step}: {progress.Done} of {progress.Of}" : $"{progress.Step} ...";
        if (!isTerminal) Console.Error.WriteLine(line);
        else Console.Error.Write($"\r{line.PadRight(width)}");
        width = line.Length;
    }

    /// <summary>The terminal's line is left empty, for what is said next.</summary>
    public void Dispose()
    {
        if (isTerminal && width > 0) Console.Error.Write($"\r{new string(' ', width)}\r");
        width = 0;
    }
}
