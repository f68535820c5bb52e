using Kabinet.Data;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.Customers;

/// <summary>«Закрыть без удаления»: the data stay, where the law lets them, for a reason that the client reads in his profile.</summary>
public sealed class RefuseDeletion(CompanyWork work, IClock clock)
{
    public Task<Outcome<DeletionRequest>> RunAsync(SignedInMember member, int customerId, string reason, CancellationToken cancel = default) =>
        work.ChangeAsync<DeletionRequest>(member.CompanyId, async (db, _) =>
        {
            if (!member.IsManagement) return RefusalReason.CustomerUnknown;
            if (await db.OpenDeletionAsync(customerId, cancel) is not { } request) return RefusalReason.DeletionClosed;
            var told = reason.Trim();
            if (told.Length == 0) return new Refusal(RefusalReason.DeletionReasonMissing, "reason");
            if (told.Length > DeletionRequest.MaxReasonLength) return new Refusal(RefusalReason.DeletionReasonTooLong, "reason");
            request.Close(DeletionOutcome.Refused, clock.GetCurrentInstant(), told);
            return request;
        }, cancel);
}
