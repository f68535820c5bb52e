using Kabinet.Companies;
using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.ServiceCatalog;

/// <summary>A form written onto a service, inside the transaction that changes the catalogue.</summary>
internal static class WriteService
{
    /// <summary>Empty: the form will do, and all that it refers to is this company's.</summary>
    public static async Task<List<Refusal>> CheckAsync(this AppDb db, ServiceForm form, CancellationToken cancel)
    {
        List<Refusal> refusals = [.. form.Check()];
        if (form.GroupId is { } group && !await db.ServiceGroups.AnyAsync(one => one.Id == group, cancel)) refusals.Add(new Refusal(RefusalReason.ServiceGroupUnknown, "group"));
        // Not Contains: the catalogue is small, and a list of any length would become as many parameters.
        var (resources, kinds) = (await db.Resources.Select(one => one.Id).ToListAsync(cancel), await db.ResourceKinds.Select(one => one.Id).ToListAsync(cancel));
        if (form.PerformerIds.Except(resources).Any()) refusals.Add(new Refusal(RefusalReason.ResourceUnknown, "performers"));
        if (form.NeededKindIds.Except(kinds).Any()) refusals.Add(new Refusal(RefusalReason.ResourceKindUnknown, "neededKinds"));
        return refusals;
    }

    /// <summary>After <see cref="CheckAsync"/>.</summary>
    public static void Write(this Service service, ServiceForm form, Company company)
    {
        (service.Name, service.Description, service.GroupId) = (form.Name!.Trim(), form.Description?.Trim() ?? "", form.GroupId);
        (service.Price, service.IsPriceFrom) = (form.Price is { } rubles ? Money.Rubles(rubles) : null, form.IsPriceFrom);
        (service.BufferBefore, service.BufferAfter, service.IsOfferedOnline) = (form.BufferBefore, form.BufferAfter, form.IsOfferedOnline);
        service.ChangeDuration(form.Duration);
        service.AssignTo(form.PerformerIds);
        service.Need(form.NeededKindIds);
        if (form.Position is { } position) service.Position = position;
        if (form.IsArchived) service.Archive();
        else service.Restore();
        company.TouchCatalogue();
    }
}
