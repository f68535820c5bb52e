using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.ServiceCatalog;

/// <summary>A new service in the company's catalogue.</summary>
public sealed class CreateService(CompanyWork work)
{
    public Task<Outcome<Service>> RunAsync(SignedInMember member, ServiceForm form, CancellationToken cancel = default) =>
        work.ChangeAsync<Service>(member.CompanyId, async (db, company) =>
        {
            var refusals = await db.CheckAsync(form, cancel);
            if (refusals.Count > 0) return refusals;
            var last = await db.Services.MaxAsync(one => (int?)one.Position, cancel) ?? 0;
            var service = new Service(company.Id, company.TakeId(), form.Name!, form.Duration, null) { Position = last + 1 };
            service.Write(form, company);
            db.Add(service);
            return service;
        }, cancel);
}
