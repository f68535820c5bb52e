using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>
/// Tells an open page that its company changed, calmly: several changes close together are one call, and one comes at least every
/// minute, for with time alone orders become overdue. What other nodes changed is noticed by asking the database for the versions of
/// the companies that somebody here looks at, all in one query.
/// </summary>
public sealed class CompanyWatch(Databases databases, CompanyChanges changes, TimeProvider time, ILogger<CompanyWatch> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Watch, int> watches = new();

    /// <summary>Until it is disposed of. The call comes from no particular thread.</summary>
    public IDisposable Start(int companyId, Func<Task> changed)
    {
        var watch = new Watch(companyId, changed, changes, time, log, gone => watches.TryRemove(gone, out _));
        watches[watch] = companyId;
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await AskAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(exception, "The versions of the companies could not be read; asked again in a second");
            }
        }
    }

    private async Task AskAsync(CancellationToken cancel)
    {
        var watched = watches.Values.Distinct().ToList();
        if (watched.Count == 0) return;
        await using var db = databases.Open();
        var versions = await db.Companies.Where(company => watched.Contains(company.Id))
            .Select(company => new { company.Id, company.Version })
            .ToListAsync(cancel);
        foreach (var company in versions)
            if (company.Version > changes.LatestOf(company.Id)) changes.Announce(company.Id, company.Version);
    }
}
