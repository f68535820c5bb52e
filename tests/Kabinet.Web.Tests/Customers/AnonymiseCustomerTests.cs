using System.Data.Common;
using System.Text.RegularExpressions;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Web.Tests.Notifications;
using Kabinet.Web.Tests.Publication;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public partial class AnonymiseCustomerTests(PostgresCluster postgres)
{
    private const string Name = "Мария Ковалёва", Phone = "+7 916 123-45-67", SecondPhone = "+7 921 765-43-21", Email = "maria.kovaleva@client.example";

    /// <summary>As they may stand anywhere, in whatever spelling.</summary>
    private static readonly string[] Traces = ["Ковалёва", "Ковалёвой", "9161234567", "123-45-67", "9217654321", "765-43-21", "maria.kovaleva", "198.51.100.77"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Nothing_in_any_column_of_any_table_tells_who_it_was(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (id, done) = await KnownAsync(salon);
        var before = await TracesAsync(salon);
        // The search would find them where they are.
        Assert.Empty(Traces.Where(trace => !trace.Contains('-')).Except(before.Select(one => one.Trace)));
        string[] columns =
        [
            "customers.notes", "customers.tags", "customer_phones.number", "client_accounts.phone", "client_devices.email", "work_orders.comment", "outbox_messages.text", "sign_in_codes.phone", "consents.address",
        ];
        Assert.Empty(columns.Except(before.Select(one => one.Column)));

        Assert.Empty((await salon.Use<AnonymiseCustomer>().RunAsync(salon.Olga(), id, Cancel)).Refusals);

        // But for the letter that tells him so, until it has gone out.
        Assert.All(await TracesAsync(salon), one => Assert.Equal(("outbox_messages.recipient", "maria.kovaleva"), (one.Column, one.Trace)));
        Assert.Equal((MessageKind.DataDeleted, Email), (await SendAsync(salon)).Single(message => message.Recipient.Contains('@')) is var letter ? (letter.Kind, letter.Recipient) : default);
        Assert.Empty(await TracesAsync(salon));

        var order = await salon.ReadAsync(done.Id);
        Assert.Equal((done.Number, Money.Rubles(2500), Money.Rubles(2500), OrderStatus.Completed), (order.Number, order.Sum, order.Paid, order.Status));
        Assert.Equal(AnonymiseCustomer.NameOf(id), order.Contact.Name);
        await using var db = salon.Db();
        Assert.Equal([ConsentKind.PersonalData, ConsentKind.Advertising], await db.Consents.Select(consent => consent.Kind).Distinct().Order().ToListAsync(Cancel));
        Assert.All(await db.Consents.ToListAsync(Cancel), consent => Assert.NotNull(consent.Withdrawn));
        Assert.Equal(DeletionOutcome.Done, (await db.DeletionRequests.SingleAsync(Cancel)).Outcome);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_the_others_stays_theirs(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var husband = (await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("17:00"), "+7 916 000-00-09", "Пётр Орлов") with { Email = Email, Comment = "У окна" })).Value;
        var (id, _) = await KnownAsync(salon);
        var rival = await salon.RivalAsync();
        await using (var theirs = salon.Use<Databases>().Open(rival.CompanyId))
        {
            theirs.Add(new Customer(rival.CompanyId, 9001, Name, "+79161234567", Email, salon.Now));
            await theirs.SaveChangesAsync(Cancel);
        }

        Assert.Empty((await salon.Use<AnonymiseCustomer>().RunAsync(salon.Olga(), id, Cancel)).Refusals);

        var kept = await salon.ReadAsync(husband.Id);
        Assert.Equal(("Пётр Орлов", "+79160000009", Email, "У окна"), (kept.Contact.Name, kept.Contact.Phone, kept.Contact.Email, kept.Comment));
        await using var db = salon.Db();
        Assert.Equal("+79160000009", (await db.OutboxMessages.SingleAsync(message => message.WorkOrderId == husband.Id, Cancel)).Recipient);
        await using var rivals = salon.Use<Databases>().Open(rival.CompanyId);
        Assert.Equal(Name, (await rivals.Customers.SingleAsync(Cancel)).Name);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_still_expected_is_not_forgotten_and_it_is_said_by_which_orders(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();
        var (first, second) = ((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00", maria)).Value, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "16:00", maria)).Value);
        var anonymise = salon.Use<AnonymiseCustomer>();

        var refused = Assert.Single((await anonymise.RunAsync(salon.Olga(), first.CustomerId, Cancel)).Refusals);

        Assert.Equal(RefusalReason.CustomerExpected, refused.Reason);
        Assert.Equal([first.Number, second.Number], refused.OrderNumbers);
        Assert.Contains($"№ {first.Number}, № {second.Number}", Kabinet.Shell.RefusalTexts.Of(refused, Kabinet.Shell.Texts.Russian), StringComparison.Ordinal);
        await salon.CancelAsync(first, maria);
        await salon.CancelAsync(second, maria);
        Assert.Empty((await anonymise.RunAsync(salon.Olga(), first.CustomerId, Cancel)).Refusals);
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_management_of_the_company_may_and_only_once_and_nobody_writes_in_the_card_again(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var id = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm(Name, Phone, null), Cancel)).Value.Id;
        var other = (await salon.Use<CreateCustomer>().RunAsync(salon.Olga(), new CustomerForm("Пётр", null, null), Cancel)).Value.Id;
        var anonymise = salon.Use<AnonymiseCustomer>();

        Assert.Equal(RefusalReason.CustomerUnknown, Assert.Single((await anonymise.RunAsync(salon.Anna(), id, Cancel)).Refusals).Reason);
        Assert.Equal(RefusalReason.CustomerUnknown, Assert.Single((await anonymise.RunAsync(await salon.RivalAsync(), id, Cancel)).Refusals).Reason);
        Assert.Empty((await anonymise.RunAsync(salon.Olga(), id, Cancel)).Refusals);

        Assert.Equal(RefusalReason.CustomerAnonymised, Assert.Single((await anonymise.RunAsync(salon.Olga(), id, Cancel)).Refusals).Reason);
        Assert.Equal(RefusalReason.CustomerAnonymised, Assert.Single((await salon.Use<ChangeCustomer>().RunAsync(salon.Olga(), id, form => form with { Name = Name }, Cancel)).Refusals).Reason);
        Assert.Equal(RefusalReason.CustomerAnonymised, Assert.Single((await salon.Use<MergeCustomers>().RunAsync(salon.Olga(), other, id, Cancel)).Refusals).Reason);
        Assert.Equal(["Пётр"], (await salon.Use<CustomerList>().PageAsync(salon.Olga(), new CustomerListFilter(), Cancel)).Rows.Select(row => row.Customer.Name));
        // Who comes back is a new client.
        Assert.NotEqual(id, (await salon.BookAsync(Salon.Form(salon.Company.Haircut, null, Salon.At("12:00"), Phone, Name))).Value.CustomerId);
    }

    [Theory, OnBothDatabases]
    public async Task His_browsers_open_nothing_any_more(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (id, _) = await KnownAsync(salon);
        List<ClientDevice> devices;
        await using (var db = salon.Db()) devices = await db.ClientDevices.AsNoTracking().Where(device => device.AccountId != null).ToListAsync(Cancel);
        Assert.NotEmpty(devices);

        await salon.Use<AnonymiseCustomer>().RunAsync(salon.Olga(), id, Cancel);

        await using var after = salon.Db();
        Assert.Empty(await after.ClientAccounts.ToListAsync(Cancel));
        foreach (var device in devices)
        {
            var ended = await after.ClientDevices.SingleAsync(one => one.Id == device.Id, Cancel);
            Assert.NotEqual(device.SecretHash, ended.SecretHash);
            Assert.Empty(await salon.Use<ClientBookings>().UpcomingAsync(salon.Company.Id, new Visitor(device.Id, null, "", "ru"), Cancel));
            Assert.Empty(await ClientBookings.OfVisitor(after, new Visitor(device.Id, null, "", "ru")).ToListAsync(Cancel));
        }
    }

    /// <summary>A customer of whom the company knows all that it can know, with a visit that is done and paid and a request to be forgotten.</summary>
    private static async Task<(int Id, WorkOrder Done)> KnownAsync(Salon salon)
    {
        var (device, _) = await salon.Use<Devices>().CreateAsync(salon.Company.Id, Cancel);
        var guest = new Visitor(device.Id, null, "198.51.100.77", "ru");
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("10:00"), Phone, Name) with { Email = Email, Comment = $"Для Ковалёвой, перезвоните на {Phone}", AgreesToAdvertising = true, RemindBefore = 30 };
        var done = (await salon.BookAsync(form, guest)).Value;
        await salon.EnterAsync(done, OrderStatus.Completed);
        await salon.ReceiveAsync(done, 2500);
        var cancelled = (await salon.BookAsync(form with { Start = Salon.At("12:00"), IdempotencyKey = Guid.NewGuid().ToString("N"), ConsentVersion = null, AgreesToAdvertising = false }, guest)).Value;
        await salon.CancelAsync(cancelled, guest);
        await salon.Use<ChangeCustomer>().RunAsync(salon.Olga(), done.CustomerId, card => card with
        {
            OtherPhones = [SecondPhone],
            Birthday = new LocalDate(1990, 5, 1),
            Tags = ["Сестра Ковалёвой"],
            Notes = $"Ковалёва, пишите на {Email}",
            Source = "Подруга Ковалёвой",
        }, Cancel);
        var atHome = await BlackListTests.ProvedAsync(salon, Phone);
        await BlackListTests.ProvedAsync(salon, SecondPhone);
        await salon.Use<SaveProfile>().RunAsync(salon.Company.Id, new ProfileForm(Name, null, Email, null), atHome, Cancel);
        await salon.Use<RequestCode>().RunAsync(salon.Company.Id, Phone, guest, cancel: Cancel);
        await salon.Use<AskForDeletion>().RunAsync(salon.Company.Id, atHome, Cancel);
        await using var db = salon.Db();
        db.Add(new OutboxMessage(salon.Company.Id, MessageKind.BookingMade, Kabinet.Notifications.Channel.Email, Email, $"{Name}, ждём вас", salon.Now, salon.Now));
        await db.SaveChangesAsync(Cancel);
        return (done.CustomerId, done);
    }

    private static async Task<IReadOnlyList<OutboxMessage>> SendAsync(Salon salon)
    {
        var gateway = new Gateway();
        using var worker = new OutboxWorker(salon.Use<Databases>(), salon.Use<CompanyChanges>(), new Copying(gateway), salon.Use<IClock>(), salon.Clock, NullLogger<OutboxWorker>.Instance);
        await worker.SendDueAsync(Cancel);
        return gateway.All;
    }

    /// <summary>What went out, as it was then: the worker writes down later what became of it.</summary>
    private sealed class Copying(Gateway gateway) : IMessageSender
    {
        public Task SendAsync(OutboxMessage message, CancellationToken cancel) => gateway.SendAsync(
            new OutboxMessage(message.CompanyId, message.Kind, message.Channel, message.Recipient, message.Text, message.Due, message.Created, message.WorkOrderId), cancel);
    }

    /// <summary>Every value of every column of every table, as text, that holds one of the traces.</summary>
    private static async Task<List<(string Column, string Trace)>> TracesAsync(Salon salon)
    {
        await using var db = salon.Db();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(Cancel);
        List<(string, string)> found = [];
        var isPostgres = salon.Use<Databases>().IsPostgres;
        var tables = await ReadAsync(connection, isPostgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            : "SELECT name FROM sqlite_master WHERE type = 'table'");
        Assert.True(tables.Count > 20, "Hardly any table was found");
        foreach (var table in tables)
        {
            var columns = await ReadAsync(connection, isPostgres
                ? $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
                : $"SELECT name FROM pragma_table_info('{table}')");
            foreach (var column in columns)
                foreach (var row in await ReadAsync(connection, $"SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\""))
                    found.AddRange(Traces.Where(trace => row.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => ($"{table}.{column}", trace)));
        }
        return found;
    }

    /// <summary>The first value of each row.</summary>
    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<string> rows = [];
        // Lists are kept as JSON, in which a letter may be written as its number.
        while (await reader.ReadAsync(Cancel)) rows.Add(reader.IsDBNull(0) ? "" : Escaped().Replace(reader.GetString(0), letter => ((char)Convert.ToInt32(letter.Groups[1].Value, 16)).ToString()));
        return rows;
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escaped();
}
