using Kabinet.Data;
using Kabinet.Staff;

namespace Kabinet.FirstSteps;

/// <summary>«Не показывать»: by an owner, the home page reminds of the first steps no more. They stay where they are.</summary>
public sealed class DismissFirstSteps(CompanyWork work)
{
    public Task<Outcome<bool>> RunAsync(SignedInMember member, CancellationToken cancel = default) =>
        work.ChangeAsync<bool>(member.CompanyId, async (db, company) =>
        {
            if (!await db.IsOwnerAsync(member, cancel)) return RefusalReason.OwnersOnly;
            company.FinishSettingUp();
            company.TouchCatalogue();
            return true;
        }, cancel);
}
