using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.OnlineBooking;

/// <summary>«Онлайн-запись», «Записать»: by an owner. From then on every node offers and accepts by the new rules; bookings that exist stay as they are.</summary>
public sealed class ChangeOnlineBooking(CompanyWork work)
{
    /// <param name="known">The settings with which the form began: if they are others by now, somebody else's change would be lost.</param>
    public Task<Outcome<OnlineBookingSettings>> RunAsync(SignedInMember member, OnlineBookingForm form, OnlineBookingSettings known, CancellationToken cancel = default) =>
        work.ChangeAsync<OnlineBookingSettings>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (company.OnlineBooking != known) return RefusalReason.ChangedMeanwhile;
            List<Refusal> refusals = [.. form.Check(), .. await ArrivalRefusalsAsync(db, form.ArrivalStateId, cancel)];
            if (refusals.Count > 0) return refusals;
            company.OnlineBooking = form.On(known);
            company.TouchCatalogue();
            return company.OnlineBooking;
        }, cancel);

    private static async Task<IReadOnlyList<Refusal>> ArrivalRefusalsAsync(AppDb db, int? stateId, CancellationToken cancel)
    {
        if (stateId is not { } id) return [];
        if (await db.OrderStates.FirstOrDefaultAsync(state => state.Id == id, cancel) is not { } state) return [new Refusal(RefusalReason.StateUnknown, "arrivalState")];
        return state.Status == OrderStatus.Open ? [] : [new Refusal(RefusalReason.ArrivalStateNotOpen, "arrivalState")];
    }
}
