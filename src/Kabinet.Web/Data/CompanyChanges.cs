using System.Collections.Concurrent;

namespace Kabinet.Data;

/// <summary>Tells this node's snapshots and open pages that a company changed. Other nodes notice by the version in the database.</summary>
public sealed class CompanyChanges(ILogger<CompanyChanges> log)
{
    private readonly ConcurrentDictionary<int, long> versions = new();

    public event Action<int>? Changed;

    /// <summary>A commit on this node wrote messages that are to go out.</summary>
    public event Action? MessagesWritten;

    /// <summary>The latest version that this node knows of; 0: none yet.</summary>
    public long LatestOf(int companyId) => versions.GetValueOrDefault(companyId);

    public void Announce(int companyId, long version)
    {
        var latest = versions.AddOrUpdate(companyId, version, (_, known) => Math.Max(known, version));
        if (latest == version) Tell(Changed, listener => listener(companyId));
    }

    /// <summary>The database has an older version than this node knew: a backup was put back, or a standby took over that had not got all.</summary>
    public void WentBack(int companyId, long from, long to)
    {
        if (!versions.TryUpdate(companyId, to, from)) return;
        log.LogWarning("Company {Company} went back from version {From} to {To}: the database lost what was committed in between", companyId, from, to);
        Tell(Changed, listener => listener(companyId));
    }

    public void AnnounceMessages() => Tell(MessagesWritten, listener => listener());

    /// <summary>What is told is committed: a listener that fails must not make the client believe that it is not.</summary>
    private void Tell<T>(T? listeners, Action<T> tell) where T : MulticastDelegate
    {
        foreach (var listener in listeners?.GetInvocationList().Cast<T>() ?? [])
        {
            try
            {
                tell(listener);
            }
            catch (Exception exception)
            {
                log.LogError(exception, "A listener could not follow a change that was committed");
            }
        }
    }
}
