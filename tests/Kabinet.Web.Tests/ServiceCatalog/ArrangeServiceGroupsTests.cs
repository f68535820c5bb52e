using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.ServiceCatalog;
using Kabinet.Shell;
using Xunit;

namespace Kabinet.Web.Tests.ServiceCatalog;

public class ArrangeServiceGroupsTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Groups_are_made_renamed_reordered_and_deleted_in_one_list(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var (groups, olga) = (site.Use<ArrangeServiceGroups>(), site.Salon.Olga());

        var made = (await groups.RunAsync(olga, [], Form(new(null, " Волосы "), new(null, "Тело"), new(null, "Йога")), Cancel)).Value;
        Assert.Equal([("Волосы", 1), ("Тело", 2), ("Йога", 3)], made.Select(one => (one.Name, one.Position)));
        var (hair, body) = (made[0].Id, made[1].Id);
        await groups.RunAsync(olga, _ => Form(new(body, "Массаж"), new(hair, "Волосы"), new(null, "Прочее")), Cancel);

        var catalogue = (await site.Use<CompanySnapshots>().GetAsync(olga.CompanyId, Cancel)).Catalogue;
        Assert.Equal(["Массаж", "Волосы", "Прочее"], catalogue.Groups.Select(one => one.Name));
        Assert.Equal([body, hair], catalogue.Groups.Take(2).Select(one => one.Id));
    }

    [Theory, OnBothDatabases]
    public async Task A_group_with_services_goes_only_with_a_word_on_where_they_go(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var (groups, olga, mint) = (site.Use<ArrangeServiceGroups>(), site.Salon.Olga(), site.Salon.Company);
        var (hair, body) = ((await groups.AddAsync(olga, "Волосы", Cancel)).Value, (await groups.AddAsync(olga, "Тело", Cancel)).Value);
        await PutAsync(mint.Haircut, hair);
        await PutAsync(mint.Massage, body, isArchived: true);

        Assert.Equal(RefusalReason.ServiceGroupInUse, (await groups.RunAsync(olga, _ => Form(new NamedRow(hair, "Волосы")), Cancel)).Refusals.Single().Reason);
        Assert.Equal(RefusalReason.ServiceGroupUnknown, (await groups.RunAsync(olga, _ => new([new(hair, "Волосы")], new Dictionary<int, int?> { [body] = 4711 }), Cancel)).Refusals.Single().Reason);
        Assert.Equal((hair, body), (await GroupAsync(mint.Haircut), await GroupAsync(mint.Massage)));

        Assert.Empty((await groups.RunAsync(olga, _ => new([new(hair, "Волосы")], new Dictionary<int, int?> { [body] = hair }), Cancel)).Refusals);
        Assert.Equal((hair, hair), (await GroupAsync(mint.Haircut), await GroupAsync(mint.Massage)));
        Assert.Empty((await groups.RunAsync(olga, _ => new([], new Dictionary<int, int?> { [hair] = null }), Cancel)).Refusals);
        Assert.Equal((null, null), (await GroupAsync(mint.Haircut), await GroupAsync(mint.Massage)));
        Assert.Empty((await site.Use<ServiceList>().AllAsync(olga, true, Cancel)).Groups);

        async Task<int?> GroupAsync(int service) => (await site.Use<ServiceList>().FindAsync(olga, service, Cancel))!.GroupId;
        async Task PutAsync(int service, int group, bool isArchived = false) =>
            Assert.Empty((await site.Use<ChangeService>().RunAsync(olga, service, form => form with { GroupId = group, IsArchived = isArchived }, Cancel)).Refusals);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_stands_beside_its_row_and_nobodys_change_is_overwritten(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var (groups, olga) = (site.Use<ArrangeServiceGroups>(), site.Salon.Olga());
        var hair = (await groups.AddAsync(olga, "Волосы", Cancel)).Value;

        var refused = await groups.RunAsync(olga, _ => Form(new(hair, "Волосы"), new(null, " "), new(null, "волосы"), new(null, new string('я', 101)), new(4711, "Чужая")), Cancel);
        Assert.Equal(
            [(RefusalReason.NameEmpty, "names[1]"), (RefusalReason.NameRepeated, "names[2]"), (RefusalReason.NameTooLong, "names[3]"), (RefusalReason.ServiceGroupUnknown, "names[4]")],
            refused.Refusals.Select(refusal => (refusal.Reason, refusal.Field)));
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await groups.RunAsync(olga, [], Form(new NamedRow(null, "Ногти")), Cancel)).Refusals.Single().Reason);
        Assert.Equal("Волосы", (await site.Use<ServiceList>().AllAsync(olga, true, Cancel)).Groups.Single().Name);
    }

    [Theory, OnBothDatabases]
    public async Task A_kind_that_a_resource_or_a_service_names_is_not_deleted(Store store)
    {
        await using var site = await SalonSite.OpenAsync(store, postgres);
        var (kinds, olga, mint) = (site.Use<ArrangeResourceKinds>(), site.Salon.Olga(), site.Salon.Company);
        var room = (await site.Use<ResourceList>().AllAsync(olga, true, Cancel)).Kinds.Single().Id;
        var chair = (await kinds.AddAsync(olga, "Кресло", Cancel)).Value;

        Assert.Equal(RefusalReason.ResourceKindInUse, (await kinds.RunAsync(olga, _ => [new(chair, "Кресло")], Cancel)).Refusals.Single().Reason);
        await site.Use<ChangeResource>().RunAsync(olga, mint.Room, form => form with { KindIds = [] }, Cancel);
        Assert.Equal(RefusalReason.ResourceKindInUse, (await kinds.RunAsync(olga, _ => [new(chair, "Кресло")], Cancel)).Refusals.Single().Reason);
        await site.Use<ChangeService>().RunAsync(olga, mint.Massage, form => form with { NeededKindIds = [] }, Cancel);
        Assert.Empty((await kinds.RunAsync(olga, [new(room, "Кабинет"), new(chair, "Кресло")], [new(chair, "Кресло у окна")], Cancel)).Refusals);

        Assert.Equal([(chair, "Кресло у окна")], (await site.Use<ResourceList>().AllAsync(olga, true, Cancel)).Kinds.Select(one => (one.Id, one.Name)));
    }

    private static ServiceGroupsForm Form(params IReadOnlyList<NamedRow> rows) => new(rows);
}
