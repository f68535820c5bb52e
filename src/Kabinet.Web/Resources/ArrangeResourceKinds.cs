using Kabinet.Data;
using Kabinet.Shell;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Resources;

/// <summary>The company's kinds of resource as one list: new ones, other names, unused ones deleted. One that a resource or a service names is not.</summary>
public sealed class ArrangeResourceKinds(CompanyWork work)
{
    /// <param name="change">Makes the wanted list of the known one; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<IReadOnlyList<ResourceKind>>> RunAsync(SignedInMember member, Func<IReadOnlyList<NamedRow>, IReadOnlyList<NamedRow>> change, CancellationToken cancel = default) =>
        TryAsync(member, known => [.. change(known)], cancel);

    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    public Task<Outcome<IReadOnlyList<ResourceKind>>> RunAsync(SignedInMember member, IReadOnlyList<NamedRow> seen, IReadOnlyList<NamedRow> wanted, CancellationToken cancel = default) =>
        TryAsync(member, known => known.SequenceEqual(seen) ? [.. wanted] : null, cancel);

    /// <summary>One more; the value is its id.</summary>
    public async Task<Outcome<int>> AddAsync(SignedInMember member, string name, CancellationToken cancel = default)
    {
        var outcome = await RunAsync(member, known => [.. known, new NamedRow(null, name)], cancel);
        return outcome.IsRefused ? (List<Refusal>)[.. outcome.Refusals] : outcome.Value[^1].Id;
    }

    public static IReadOnlyList<NamedRow> Rows(IEnumerable<ResourceKind> kinds) => [.. kinds.OrderBy(one => one.Id).Select(one => new NamedRow(one.Id, one.Name))];

    /// <param name="change">Null: somebody changed the list since it was seen.</param>
    private Task<Outcome<IReadOnlyList<ResourceKind>>> TryAsync(SignedInMember member, Func<IReadOnlyList<NamedRow>, List<NamedRow>?> change, CancellationToken cancel) =>
        work.ChangeAsync<IReadOnlyList<ResourceKind>>(member.CompanyId, async (db, company) =>
        {
            var known = await db.ResourceKinds.ToDictionaryAsync(one => one.Id, cancel);
            if (change(Rows(known.Values)) is not { } wanted) return RefusalReason.ChangedMeanwhile;
            List<Refusal> refusals = [.. NamedRow.Check(wanted, known.Keys, RefusalReason.ResourceKindUnknown)];
            var deleted = known.Values.Where(one => wanted.TrueForAll(row => row.Id != one.Id)).ToList();
            if (deleted.Count > 0 && (await UsedAsync(db, cancel)).Overlaps(deleted.Select(one => one.Id))) refusals.Add(new Refusal(RefusalReason.ResourceKindInUse));
            if (refusals.Count > 0) return refusals;

            db.RemoveRange(deleted);
            var kinds = new List<ResourceKind>();
            foreach (var row in wanted)
            {
                if (row.Id is not { } id || !known.TryGetValue(id, out var kind)) db.Add(kind = new ResourceKind(company.Id, company.TakeId(), ""));
                kind.Name = row.Name!.Trim();
                kinds.Add(kind);
            }
            company.TouchCatalogue();
            return kinds;
        }, cancel);

    /// <summary>What archived cards name counts too: they may be brought back.</summary>
    private static async Task<HashSet<int>> UsedAsync(AppDb db, CancellationToken cancel)
    {
        var (resources, services) = (await db.Resources.Select(one => one.KindIds).ToListAsync(cancel), await db.Services.Select(one => one.NeededKindIds).ToListAsync(cancel));
        return [.. resources.Concat(services).SelectMany(ids => ids)];
    }
}
