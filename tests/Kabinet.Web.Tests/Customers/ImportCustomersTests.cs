using System.Globalization;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Exchange.Tables;
using Kabinet.Staff;
using Kabinet.Web.Tests.Exchange.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class ImportCustomersTests(PostgresCluster postgres)
{
    private const string Dirty = """
        Клиенты студии за 2025 год;;;;;;
        ФИО;Моб. телефон;E-mail;ДР;Категория;Комментарий;Чёрный список
        Мария Ковалёва;8 (916) 123-45-67, +7 495 123-45-67;maria@example.ru;17.05.1990;Постоянная, Вечером;Не любит ждать;
        Пётр Иванов;9160000001;;17 мая 1985 г.;;;да
        Пётр Иванов;+7 916 000-00-01;;;;;
        Анна;89160000002/123;;31.02.1990;;;
        ;89160000003;not-an-email;;;;может быть
          Ольга   Без Телефона ;-;;;;;нет
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_dirty_file_is_shown_before_anything_is_written_and_loaded_without_its_mistakes(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var file = new CustomerFile(salon, Dirty);

        var preview = (await file.PreviewAsync()).Value;

        Assert.Equal(new ImportSummary(New: 3, Changed: 0, Same: 0, Repeated: 1, Refused: 2), preview.Summary);
        Assert.Equal(
            [
                "5 | строка 4: RowRepeated", "6 ДР|31.02.1990: DayUnreadable", "6 Моб. телефон|123: PhoneInvalid",
                "7 Чёрный список|может быть: FlagUnreadable", "7 E-mail|not-an-email: EmailInvalid",
            ],
            preview.Problems.Select(one => $"{one.Row} {one.Column}|{(one.Column.Length == 0 ? " " : "")}{one.Text}: {one.Refusal.Reason}"));
        Assert.Equal("Мария Ковалёва;+7 916 123-45-67, +7 495 123-45-67;maria@example.ru;17.05.1990;Постоянная, Вечером;Не любит ждать;", string.Join(';', preview.First[0].Texts));
        Assert.Empty(await salon.CustomersAsync());

        Assert.Equal(RefusalReason.RowsRefused, (await file.LoadAsync()).Refusals.Single().Reason);
        Assert.Empty(await salon.CustomersAsync());

        Assert.Equal(3, (await file.LoadAsync(skipsRefused: true)).Value.Written);
        Assert.Equal(
            [
                "Мария Ковалёва|+79161234567,+74951234567|maria@example.ru|1990-05-17|Постоянная,Вечером||Не любит ждать",
                "Пётр Иванов|+79160000001||1985-05-17||||чёрный список", "Ольга Без Телефона||||||",
            ],
            await salon.CustomersAsync());
    }

    [Theory, OnBothDatabases]
    public async Task What_is_loaded_twice_makes_nobody_twice(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var file = new CustomerFile(salon, Dirty);
        await file.LoadAsync(skipsRefused: true);
        var before = await salon.CustomersAsync();

        var again = (await file.LoadAsync(skipsRefused: true)).Value;

        Assert.Equal((0, 3), (again.Written, again.Same));
        Assert.Equal(before, await salon.CustomersAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_known_customer_is_filled_in_or_written_over_as_the_member_chose(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Маша", "8 495 123-45-67", null) { Notes = "Старая заметка", Tags = ["Своя"] }, Cancel);
        using var file = new CustomerFile(salon, "Имя;Телефон;Почта;Примечание;Теги\nМария;8 916 123-45-67, 8 495 123-45-67;maria@example.ru;Новая;\n");

        Assert.Equal(1, (await file.LoadAsync()).Value.Changed);
        Assert.Equal(["Маша|+74951234567,+79161234567|maria@example.ru||Своя||Старая заметка"], await salon.CustomersAsync());

        Assert.Equal(1, (await file.LoadAsync(overwrites: true)).Value.Changed);
        Assert.Equal(["Мария|+79161234567,+74951234567|maria@example.ru||Своя||Новая"], await salon.CustomersAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_row_with_phones_of_two_customers_is_refused_and_a_known_one_needs_no_name(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        foreach (var (name, phone) in new[] { ("Мария", "+79160000001"), ("Пётр", "+79160000002") })
            await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm(name, phone, null), Cancel);
        using var file = new CustomerFile(salon, "Имя,Телефон,Email\nСемья,89160000001;89160000002,\n,89160000001,maria@example.ru\n,89160000009,\n");

        var preview = (await file.PreviewAsync()).Value;

        Assert.Equal(new ImportSummary(0, 1, 0, 0, 2), preview.Summary);
        Assert.Equal([(2, RefusalReason.PhonesOfSeveral), (4, RefusalReason.NameEmpty)], preview.Problems.Select(one => (one.Row, one.Refusal.Reason)));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_load_the_same_file_one_is_told_that_the_base_changed(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var mine = new CustomerFile(salon, Dirty);
        using var theirs = new CustomerFile(salon, Dirty);
        var seen = new ConfirmedImport(false, true, (await mine.PreviewAsync()).Value.Summary);

        var outcomes = await Task.WhenAll(Task.Run(() => mine.RunAsync(seen), Cancel), Task.Run(() => theirs.RunAsync(seen), Cancel));

        Assert.Equal([RefusalReason.ChangedMeanwhile], outcomes.SelectMany(one => one.Refusals).Select(one => one.Reason));
        Assert.Equal(3, (await salon.CustomersAsync()).Count);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_cancelled_half_way_is_not_there(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var file = new CustomerFile(salon, Many(2500));
        using var cancel = new CancellationTokenSource();
        List<int> progress = [];
        var seen = new ConfirmedImport(false, false, new(2500, 0, 0, 0, 0));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.RunAsync(seen, cancel: cancel.Token, progress: done =>
        {
            progress.Add(done);
            if (done == 2000) cancel.Cancel();
        }));

        Assert.Equal([1000, 2000], progress);
        Assert.Empty(await salon.CustomersAsync());
        Assert.Equal(2500, (await file.RunAsync(seen)).Value.New);
        await using var db = salon.Db();
        Assert.Equal((2500, 2500), (await db.Customers.CountAsync(Cancel), await db.CustomerPhones.CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_customers_are_neither_found_nor_touched(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var other = await TestCompany.CreateAsync(salon.Use<Databases>(), Salon.At("09:00"), "other-salon");
        var boss = new SignedInMember(other.Id, Guid.NewGuid(), "Чужой", StaffRole.Owner, null);
        await salon.Use<CreateCustomer>().RunAsync(boss, new CustomerForm("Чужая Мария", "+79161234567", null), Cancel);
        using var file = new CustomerFile(salon, Dirty);

        Assert.Equal(3, (await file.LoadAsync(overwrites: true, skipsRefused: true)).Value.New);

        await using var theirs = salon.Use<Databases>().Open(other.Id);
        Assert.Equal(["Чужая Мария"], await theirs.Customers.Select(one => one.Name).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task An_account_of_the_cabinet_is_found_again_by_its_phone(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using (var db = salon.Db())
        {
            db.Add(new ClientAccount(salon.Company.Id, 100_000, "+74951234567", null, Salon.At("09:00")));
            await db.SaveChangesAsync(Cancel);
        }
        using var file = new CustomerFile(salon, Dirty);
        await file.LoadAsync(skipsRefused: true);

        await using var after = salon.Db();
        var maria = await after.Customers.SingleAsync(one => one.Name == "Мария Ковалёва", Cancel);
        Assert.Equal(maria.Id, (await after.ClientAccounts.SingleAsync(Cancel)).CustomerId);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_without_a_person_is_nobodys(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var gone = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Ольга", "+79160000001", null), Cancel)).Value;
        await salon.Use<AnonymiseCustomer>().RunAsync(salon.Olga(), gone.Id, Cancel);
        using var file = new CustomerFile(salon, $"Имя;Телефон\n{AnonymiseCustomer.NameOf(gone.Id)};\nОльга;89160000001\n");

        Assert.Equal(new ImportSummary(2, 0, 0, 0, 0), (await file.LoadAsync()).Value);
    }

    [Fact]
    public async Task A_specialist_may_not_and_a_file_without_names_cannot()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        using var file = new CustomerFile(salon, Dirty);
        Assert.Equal(RefusalReason.ManagementOnly, (await file.PreviewAsync(member: salon.Anna())).Refusals.Single().Reason);
        Assert.Equal(RefusalReason.ManagementOnly, (await file.RunAsync(new(false, true, new(3, 0, 0, 1, 2)), salon.Anna())).Refusals.Single().Reason);

        using var nameless = new CustomerFile(salon, "Телефон;Почта\n89161234567;\n");
        Assert.Equal((RefusalReason.ColumnMissing, "name"), ((await nameless.PreviewAsync()).Refusals.Single().Reason, (await nameless.PreviewAsync()).Refusals[0].Field));
        Assert.Empty(await salon.CustomersAsync());
    }

    [Fact]
    public async Task A_workbook_says_phones_as_numbers_and_days_as_days()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        const string styles = """<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>""";
        using var file = new CustomerFile(salon, Files.Workbook(styles, ("Клиенты", Files.Row("First Name", "Last Name", "Mobile Number", "Date of Birth")
            + """<row><c t="inlineStr"><is><t>Мария</t></is></c><c t="inlineStr"><is><t>Ковалёва</t></is></c><c><v>79161234567</v></c><c s="1"><v>33010</v></c></row>""")));

        await file.LoadAsync();

        Assert.Equal(["Мария Ковалёва|+79161234567||1990-05-17|||"], await salon.CustomersAsync());
    }

    private static string Many(int count) => "Имя;Телефон\n" + string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"Клиент {i};+7 916 {i:000-00-00}\n")));
}
