using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.ServiceCatalog;

/// <summary>
/// Another card for a service, archived or brought back too. Work orders keep the name, the price and the time with which they were made.
/// </summary>
public sealed class ChangeService(CompanyWork work)
{
    /// <param name="change">Makes what is wanted of what is known; runs inside the transaction, so that nobody else's change is lost.</param>
    public Task<Outcome<Service>> RunAsync(SignedInMember member, int id, Func<ServiceForm, ServiceForm> change, CancellationToken cancel = default) =>
        TryAsync(member, id, known => change(known), cancel);

    /// <param name="seen">As the member saw it; what somebody changed since is not overwritten.</param>
    public Task<Outcome<Service>> RunAsync(SignedInMember member, int id, ServiceForm seen, ServiceForm wanted, CancellationToken cancel = default) =>
        TryAsync(member, id, known => known.IsSameAs(seen) ? wanted : RefusalReason.ChangedMeanwhile, cancel);

    private Task<Outcome<Service>> TryAsync(SignedInMember member, int id, Func<ServiceForm, Outcome<ServiceForm>> change, CancellationToken cancel) =>
        work.ChangeAsync<Service>(member.CompanyId, async (db, company) =>
        {
            if (await db.Services.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } service) return RefusalReason.ServiceUnknown;
            var wanted = change(ServiceForm.Of(service));
            if (wanted.IsRefused) return (List<Refusal>)[.. wanted.Refusals];
            var form = wanted.Value;
            var refusals = await db.CheckAsync(form, cancel);
            if (refusals.Count > 0) return refusals;
            service.Write(form, company);
            return service;
        }, cancel);
}
