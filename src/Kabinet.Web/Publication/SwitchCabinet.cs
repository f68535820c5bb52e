using Kabinet.Data;
using Kabinet.Staff;

namespace Kabinet.Publication;

/// <summary>«Открыть кабинет», «Закрыть кабинет»: by an owner. A closed one takes no bookings; those that exist stay in their clients' reach.</summary>
public sealed class SwitchCabinet(CompanyWork work)
{
    /// <summary>Doing it twice changes nothing.</summary>
    public Task<Outcome<bool>> RunAsync(SignedInMember member, bool isOpen, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            if (isOpen) company.Publish();
            else company.Close();
            company.TouchCatalogue();
            return isOpen;
        }, cancel);
}
