namespace Kabinet.Data;

/// <summary>One page that looks at one company, from its opening to its disposal.</summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(150), Minute = TimeSpan.FromMinutes(1);

    private readonly int companyId;
    private readonly Func<Task> changed;
    private readonly CompanyChanges changes;
    private readonly ILogger log;
    private readonly Action<Watch> gone;
    private readonly ITimer timer;
    private int isDue;

    public Watch(int companyId, Func<Task> changed, CompanyChanges changes, TimeProvider time, ILogger log, Action<Watch> gone)
    {
        (this.companyId, this.changed, this.changes, this.log, this.gone) = (companyId, changed, changes, log, gone);
        timer = time.CreateTimer(_ => Call(), null, Minute, Minute);
        changes.Changed += OnChanged;
    }

    public void Dispose()
    {
        changes.Changed -= OnChanged;
        timer.Dispose();
        gone(this);
    }

    private void OnChanged(int changedId)
    {
        if (changedId == companyId && Interlocked.Exchange(ref isDue, 1) == 0) timer.Change(Calm, Minute);
    }

    private void Call()
    {
        Volatile.Write(ref isDue, 0);
        _ = CallAsync();
    }

    private async Task CallAsync()
    {
        try
        {
            await changed();
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "A page could not follow its company's change");
        }
    }
}
