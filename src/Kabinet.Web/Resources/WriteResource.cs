using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Resources;

/// <summary>A form written onto a resource, inside the transaction that changes the catalogue.</summary>
internal static class WriteResource
{
    /// <summary>Empty: the form will do, and all that it refers to is this company's.</summary>
    public static async Task<List<Refusal>> CheckAsync(this AppDb db, ResourceForm form, CancellationToken cancel)
    {
        List<Refusal> refusals = [.. form.Check()];
        if (form.ScheduleId is { } schedule && !await db.WorkSchedules.AnyAsync(one => one.Id == schedule, cancel)) refusals.Add(new Refusal(RefusalReason.ScheduleUnknown, "schedule"));
        // Not Contains: the kinds are few, and a list of any length would become as many parameters.
        var kinds = await db.ResourceKinds.Select(one => one.Id).ToListAsync(cancel);
        if (form.KindIds.Except(kinds).Any()) refusals.Add(new Refusal(RefusalReason.ResourceKindUnknown, "kinds"));
        return refusals;
    }

    /// <summary>What is booked must not become impossible; null: it does not.</summary>
    public static async Task<Refusal?> KeepBookedAsync(this Seats seats, Resource resource, ResourceForm form, CancellationToken cancel)
    {
        if (form.IsArchived && !resource.IsArchived && await seats.IsBookedAheadAsync(resource.Id, cancel)) return new Refusal(RefusalReason.ResourceBooked, "isArchived");
        return form.Capacity >= resource.Capacity || await seats.NarrowAsync(resource.Id, form.Capacity, cancel) ? null : new Refusal(RefusalReason.CapacityBooked, "capacity");
    }

    /// <summary>After <see cref="CheckAsync"/> and <see cref="KeepBookedAsync"/>.</summary>
    public static void Write(this Resource resource, ResourceForm form, Company company)
    {
        (resource.Name, resource.Speciality, resource.PhotoUrl) = (form.Name!.Trim(), form.Speciality?.Trim() ?? "", form.PhotoUrl?.Trim() ?? "");
        resource.IsOfferedOnline = form.IsOfferedOnline;
        resource.ChangeCapacity(form.Capacity);
        resource.Belong(form.KindIds);
        if (form.Position is { } position) resource.Position = position;
        if (form.IsArchived) resource.Archive();
        else resource.Restore();
        company.TouchCatalogue();
    }
}
