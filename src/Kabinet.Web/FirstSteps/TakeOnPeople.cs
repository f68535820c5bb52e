using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.FirstSteps;

/// <summary>Somebody who serves clients, as the first steps ask for him.</summary>
public sealed record NewPerson(string Name, string Speciality, IReadOnlyList<int> ServiceIds);

/// <summary>«Люди и часы» of the first steps: specialists, what each performs, and the week that they work; all of it or nothing.</summary>
public sealed class TakeOnPeople(CompanyWork work)
{
    public const int Most = 50;

    /// <summary>How many were taken on.</summary>
    public Task<Outcome<int>> RunAsync(SignedInMember member, IReadOnlyList<NewPerson> people, UsualWeek week, CancellationToken cancel = default) =>
        work.ChangeAsync<int>(member.CompanyId, async (db, company) =>
        {
            var hours = week.Check();
            List<Refusal> refusals = [.. hours.Refusals];
            var services = await db.Services.Where(one => !one.IsArchived).ToListAsync(cancel);
            if (people.Count is 0 or > Most) refusals.Add(new Refusal(RefusalReason.NameMissing, "people.0.name"));
            var forms = people.Select(person => new ResourceForm(person.Name, person.Speciality, "", 1, [], null)).ToList();
            for (var row = 0; row < forms.Count; row++)
            {
                refusals.AddRange(forms[row].Check().Select(refusal => refusal with { Field = $"people.{row}.{refusal.Field}" }));
                if (people[row].ServiceIds.Count == 0) refusals.Add(new Refusal(RefusalReason.NoServiceChosen, $"people.{row}.services"));
                else if (people[row].ServiceIds.Except(services.Select(one => one.Id)).Any()) refusals.Add(new Refusal(RefusalReason.ServiceUnknown, $"people.{row}.services"));
            }
            if (refusals.Count > 0) return refusals;

            var schedule = await ScheduleAsync(db, company, hours.Value.Name, hours.Value.Schedule, cancel);
            var position = await db.Resources.MaxAsync(one => (int?)one.Position, cancel) ?? 0;
            foreach (var (person, form) in people.Zip(forms))
            {
                var resource = new Resource(company.Id, company.TakeId(), form.Name!) { Position = ++position };
                resource.Assign(schedule);
                resource.Write(form, company);
                db.Add(resource);
                foreach (var service in services.Where(one => person.ServiceIds.Contains(one.Id))) service.AssignTo([.. service.PerformerIds, resource.Id]);
            }
            return people.Count;
        }, cancel);

    /// <summary>One that says the same serves: the list of schedules stays short.</summary>
    private static async Task<int> ScheduleAsync(AppDb db, Company company, string name, WorkSchedule wanted, CancellationToken cancel)
    {
        var known = await db.WorkSchedules.Where(one => !one.IsArchived).OrderBy(one => one.Id).ToListAsync(cancel);
        if (known.Find(one => one.Schedule.Equals(wanted)) is { } same) return same.Id;
        var schedule = new NamedSchedule(company.Id, company.TakeId(), name, wanted);
        db.Add(schedule);
        return schedule.Id;
    }
}
