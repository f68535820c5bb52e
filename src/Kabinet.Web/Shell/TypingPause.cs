namespace Kabinet.Shell;

/// <summary>Waits until somebody stops typing: a question for each letter would be asked in vain.</summary>
public sealed class TypingPause
{
    private const int Milliseconds = 200;

    private int letters;

    /// <summary>To be awaited at each letter; false: another one followed, and it is that one's turn.</summary>
    public async Task<bool> IsOverAsync()
    {
        var mine = ++letters;
        await Task.Delay(Milliseconds);
        return mine == letters;
    }
}
