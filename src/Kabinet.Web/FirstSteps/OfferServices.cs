using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.ServiceCatalog;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.FirstSteps;

/// <summary>A service with the name of its group, as the first steps offer it; who performs it comes with the people.</summary>
/// <param name="Duration">Minutes.</param>
/// <param name="Price">Rubles; null: not said beforehand.</param>
public sealed record OfferedService(string Group, string Name, int Duration, decimal? Price);

/// <summary>«Услуги» of the first steps: many services at once, and the groups that are not there yet; all of it or nothing.</summary>
public sealed class OfferServices(CompanyWork work)
{
    public const int Most = 100;

    /// <summary>How many there are now that were not there before.</summary>
    public Task<Outcome<int>> RunAsync(SignedInMember member, IReadOnlyList<OfferedService> offered, CancellationToken cancel = default) =>
        work.ChangeAsync<int>(member.CompanyId, async (db, company) =>
        {
            if (offered.Count is 0 or > Most) return RefusalReason.NoServiceChosen;
            var forms = offered.Select((one, row) => (Row: row, one.Group, Form: new ServiceForm(one.Name, "", null, one.Price, one.Duration, 0, 0, [], []))).ToList();
            List<Refusal> refusals = [.. forms.SelectMany(one => one.Form.Check().Select(refusal => refusal with { Field = $"services.{one.Row}.{refusal.Field}" }))];
            if (refusals.Count > 0) return refusals;

            var groups = await db.ServiceGroups.ToListAsync(cancel);
            var position = await db.Services.MaxAsync(one => (int?)one.Position, cancel) ?? 0;
            foreach (var (_, group, form) in forms)
            {
                var service = new Service(company.Id, company.TakeId(), form.Name!, form.Duration, null) { Position = ++position };
                service.Write(form with { GroupId = GroupOf(db, company, groups, group.Trim()) }, company);
                db.Add(service);
            }
            return forms.Count;
        }, cancel);

    private static int? GroupOf(AppDb db, Company company, List<ServiceGroup> groups, string name)
    {
        if (name.Length == 0) return null;
        if (groups.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Id;
        var group = new ServiceGroup(company.Id, company.TakeId(), name, groups.Count == 0 ? 1 : groups.Max(one => one.Position) + 1);
        groups.Add(group);
        db.Add(group);
        return group.Id;
    }
}
