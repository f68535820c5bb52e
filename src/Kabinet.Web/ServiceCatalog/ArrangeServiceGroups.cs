using Kabinet.Data;
using Kabinet.Shell;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.ServiceCatalog;

/// <summary>
/// The company's groups of services as one ordered list: new ones, other names, another order, some deleted. The services of a deleted group,
/// archived ones too, go where the form says; where it says nothing, deleting is refused.
/// </summary>
public sealed class ArrangeServiceGroups(CompanyWork work)
{
    /// <param name="change">Makes the wanted list of the known one; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<IReadOnlyList<ServiceGroup>>> RunAsync(SignedInMember member, Func<IReadOnlyList<NamedRow>, ServiceGroupsForm> change, CancellationToken cancel = default) =>
        TryAsync(member, known => change(known), cancel);

    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    public Task<Outcome<IReadOnlyList<ServiceGroup>>> RunAsync(SignedInMember member, IReadOnlyList<NamedRow> seen, ServiceGroupsForm wanted, CancellationToken cancel = default) =>
        TryAsync(member, known => known.SequenceEqual(seen) ? wanted : RefusalReason.ChangedMeanwhile, cancel);

    /// <summary>One more, after all others; the value is its id.</summary>
    public async Task<Outcome<int>> AddAsync(SignedInMember member, string name, CancellationToken cancel = default)
    {
        var outcome = await RunAsync(member, known => new ServiceGroupsForm([.. known, new NamedRow(null, name)]), cancel);
        return outcome.IsRefused ? (List<Refusal>)[.. outcome.Refusals] : outcome.Value[^1].Id;
    }

    private Task<Outcome<IReadOnlyList<ServiceGroup>>> TryAsync(SignedInMember member, Func<IReadOnlyList<NamedRow>, Outcome<ServiceGroupsForm>> change, CancellationToken cancel) =>
        work.ChangeAsync<IReadOnlyList<ServiceGroup>>(member.CompanyId, async (db, company) =>
        {
            var known = await db.ServiceGroups.ToDictionaryAsync(one => one.Id, cancel);
            var wanted = change(ServiceGroupsForm.Of(known.Values));
            if (wanted.IsRefused) return (List<Refusal>)[.. wanted.Refusals];
            var form = wanted.Value;
            List<Refusal> refusals = [.. NamedRow.Check(form.Groups, known.Keys, RefusalReason.ServiceGroupUnknown)];
            var deleted = known.Values.Where(one => form.Groups.All(row => row.Id != one.Id)).ToList();
            refusals.AddRange(await MoveAsync(db, form, deleted, cancel));
            if (refusals.Count > 0) return refusals;

            db.RemoveRange(deleted);
            var groups = new List<ServiceGroup>();
            foreach (var row in form.Groups)
            {
                if (row.Id is not { } id || !known.TryGetValue(id, out var group)) db.Add(group = new ServiceGroup(company.Id, company.TakeId(), "", 0));
                (group.Name, group.Position) = (row.Name!.Trim(), groups.Count + 1);
                groups.Add(group);
            }
            company.TouchCatalogue();
            return groups;
        }, cancel);

    /// <summary>The services of the deleted groups into those that stay.</summary>
    private static async Task<List<Refusal>> MoveAsync(AppDb db, ServiceGroupsForm form, List<ServiceGroup> deleted, CancellationToken cancel)
    {
        if (deleted.Count == 0) return [];
        List<Refusal> refusals = [];
        var services = (await db.Services.Where(one => one.GroupId != null).ToListAsync(cancel)).ToLookup(one => one.GroupId!.Value);
        foreach (var group in deleted.Where(one => services.Contains(one.Id)))
        {
            if (!form.Moves.TryGetValue(group.Id, out var into)) refusals.Add(new Refusal(RefusalReason.ServiceGroupInUse));
            else if (into is not null && form.Groups.All(row => row.Id != into)) refusals.Add(new Refusal(RefusalReason.ServiceGroupUnknown));
            else foreach (var service in services[group.Id]) service.GroupId = into;
        }
        return [.. refusals.Distinct()];
    }
}
