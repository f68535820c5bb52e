using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Resources;

/// <summary>A new resource of the company.</summary>
public sealed class CreateResource(CompanyWork work)
{
    public Task<Outcome<Resource>> RunAsync(SignedInMember member, ResourceForm form, CancellationToken cancel = default) =>
        work.ChangeAsync<Resource>(member.CompanyId, async (db, company) =>
        {
            var refusals = await db.CheckAsync(form, cancel);
            if (refusals.Count > 0) return refusals;
            var last = await db.Resources.MaxAsync(one => (int?)one.Position, cancel) ?? 0;
            var resource = new Resource(company.Id, company.TakeId(), form.Name!, form.Capacity) { Position = last + 1 };
            if (form.ScheduleId is not null) resource.Assign(form.ScheduleId);
            resource.Write(form, company);
            db.Add(resource);
            return resource;
        }, cancel);
}
