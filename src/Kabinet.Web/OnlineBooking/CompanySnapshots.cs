using System.Collections.Concurrent;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>
/// The snapshot of each company, kept in memory. A change by this node is seen at once, one by another node within
/// <see cref="Freshness"/>: that is how long a version is trusted before the database is asked again.
/// </summary>
/// <param name="companiesInMemory">How many are kept; the one that was not asked about for longest gives way.</param>
public sealed class CompanySnapshots(Databases databases, CompanyChanges changes, IClock clock, int companiesInMemory = CompanySnapshots.UsualCompaniesInMemory)
{
    public const int UsualCompaniesInMemory = 500;
    public static readonly Duration Freshness = Duration.FromMilliseconds(500);

    private readonly ConcurrentDictionary<int, Kept> kept = new();
    private long uses;
    private readonly ConcurrentDictionary<string, int> idBySlug = new(StringComparer.Ordinal);

    /// <summary>Null: no company has or had this address. Who came by one that it had is to be led on: see <c>Company.Slug</c>.</summary>
    public async Task<CompanySnapshot?> FindAsync(string slug, CancellationToken cancel = default)
    {
        if (!Companies.CompanyAddress.IsValid(slug)) return null;
        if (!idBySlug.TryGetValue(slug, out var id))
        {
            await using var db = databases.Open();
            id = await db.CabinetAddresses.Where(address => address.Slug == slug).Select(address => address.CompanyId).FirstOrDefaultAsync(cancel);
            if (id == 0) return null;
            // For good: an address never goes from one company to another.
            idBySlug[slug] = id;
        }
        return await GetAsync(id, cancel);
    }

    public async Task<CompanySnapshot> GetAsync(int companyId, CancellationToken cancel = default)
    {
        var company = KeptOf(companyId);
        if (company.Fresh(changes.LatestOf(companyId), clock.GetCurrentInstant()) is { } fresh) return fresh;

        await company.Loading.WaitAsync(cancel);
        try
        {
            var now = clock.GetCurrentInstant();
            if (company.Fresh(changes.LatestOf(companyId), now) is { } loadedMeanwhile) return loadedMeanwhile;
            var known = company.Snapshot;
            return Keep(company, known, await LoadAsync(companyId, known, now, cancel), now);
        }
        finally
        {
            company.Loading.Release();
        }
    }

    private Kept KeptOf(int companyId)
    {
        if (!kept.TryGetValue(companyId, out var company))
        {
            var all = kept.ToArray();
            foreach (var idle in all.OrderBy(one => one.Value.LastUse).Take(all.Length + 1 - companiesInMemory)) kept.TryRemove(idle);
            company = kept.GetOrAdd(companyId, _ => new Kept());
        }
        // Counted, not timed: the clock may go back.
        company.LastUse = Interlocked.Increment(ref uses);
        return company;
    }

    private async Task<CompanySnapshot> LoadAsync(int companyId, CompanySnapshot? known, Instant now, CancellationToken cancel)
    {
        await using var db = databases.Open(companyId);
        await using var transaction = await db.Database.BeginReadAsync(cancel);
        return await new SnapshotReader(db, now).ReadAsync(known, cancel);
    }

    /// <summary>
    /// The company as it stands inside a transaction that has locked it and written nothing yet: the copy, brought up to date. Nobody else can
    /// change it before the transaction ends, so what is decided by it is decided by the database's state.
    /// </summary>
    public async Task<CompanySnapshot> InAsync(AppDb db, Companies.Company company, Instant now, CancellationToken cancel)
    {
        var copy = KeptOf(company.Id);
        var known = copy.Snapshot;
        return Keep(copy, known, await new SnapshotReader(db, now).ReadAsync(known, company.Version, company.CatalogueVersion, cancel), now);
    }

    /// <summary>The copy as this node has just committed it: who held the company's lock knows it, and it need not be read again.</summary>
    public void Follow(CompanySnapshot committed, Instant now) => KeptOf(committed.Catalogue.Company.Id).Keep(committed, null, now);

    /// <param name="known">What was there before the database was asked: it was committed then, and only a database that went back has a lower version.</param>
    private CompanySnapshot Keep(Kept company, CompanySnapshot? known, CompanySnapshot read, Instant now)
    {
        company.Keep(read, known, now);
        if (known is not null && read.Version < known.Version) changes.WentBack(read.Catalogue.Company.Id, known.Version, read.Version);
        return read;
    }

    private sealed class Kept
    {
        // One reference, so that a reader never sees the snapshot of one load with the hour of another.
        private volatile Loaded? loaded;

        private readonly Lock keeping = new();

        private long lastUse;

        /// <summary>The number of the question, of all that were asked.</summary>
        public long LastUse { get => Volatile.Read(ref lastUse); set => Volatile.Write(ref lastUse, value); }
        public SemaphoreSlim Loading { get; } = new(1, 1);
        public CompanySnapshot? Snapshot => loaded?.Snapshot;

        /// <summary>Of two that are read at once the later one stays; the one that was <paramref name="known"/> before gives way to whatever was read.</summary>
        public void Keep(CompanySnapshot snapshot, CompanySnapshot? known, Instant now)
        {
            lock (keeping)
                if (loaded is not { } last || snapshot.Version >= last.Snapshot.Version || ReferenceEquals(last.Snapshot, known)) loaded = new Loaded(snapshot, now);
        }

        public CompanySnapshot? Fresh(long latestKnown, Instant now) =>
            loaded is { } last && last.Snapshot.Version >= latestKnown && now >= last.AskedAt && now - last.AskedAt < Freshness
            && now.InZone(last.Snapshot.Catalogue.Zone).Date == last.Snapshot.Catalogue.Today
                ? last.Snapshot
                : null;

        private sealed record Loaded(CompanySnapshot Snapshot, Instant AskedAt);
    }
}
