using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Staff;

namespace Kabinet.Scheduling;

/// <summary>A new work schedule of the company; nobody works by it yet.</summary>
public sealed class CreateWorkSchedule(CompanyWork work)
{
    public Task<Outcome<NamedSchedule>> RunAsync(SignedInMember member, WorkScheduleForm form, CancellationToken cancel = default) =>
        work.ChangeAsync<NamedSchedule>(member.CompanyId, (db, company) =>
        {
            var schedule = form.Check();
            if (schedule.IsRefused) return Task.FromResult<Outcome<NamedSchedule>>((List<Refusal>)[.. schedule.Refusals]);
            var named = new NamedSchedule(company.Id, company.TakeId(), form.Name!.Trim(), schedule.Value);
            db.Add(named);
            company.TouchCatalogue();
            return Task.FromResult<Outcome<NamedSchedule>>(named);
        }, cancel);
}
