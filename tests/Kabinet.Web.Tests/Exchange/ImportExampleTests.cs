using System.Text.Json.Nodes;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Exchange;

/// <summary>The example of the documentation: everything that a company file can say, said once.</summary>
public class ImportExampleTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_settings_and_the_catalogue_are_as_the_file_says(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await ImportedAsync(database);

        var catalogue = (await node.GetRequiredService<CompanySnapshots>().FindAsync("spitsa", Cancel))!.Catalogue;

        Assert.Equal(("Веломастерская «Спица»", "Europe/Samara", true), (catalogue.Company.Name, catalogue.Company.TimeZone, catalogue.Company.IsPublished));
        Assert.Equal(("+73412550150", "#b8651b"), (catalogue.Company.About.Phone, catalogue.Company.Appearance.Accent));
        Assert.Equal((30, 120, 45, 180, "Новая запись"), (catalogue.Company.OnlineBooking.Step, catalogue.Company.OnlineBooking.LeadTime, catalogue.Company.OnlineBooking.HorizonDays, catalogue.Company.OnlineBooking.CancelCutOff, catalogue.ArrivalState.Name));
        Assert.Equal(["Родион Кузнецов", "Зоя Вахрушева", "Учебный класс", "Стойка у окна", "Стойка у стены", "Мойка"], catalogue.Resources.Select(resource => resource.Name));
        Assert.Equal(["Малое ТО", "Мойка велосипеда", "Правка колеса", "Переборка вилки", "Урок «Починить в дороге»"], catalogue.Services.Select(service => service.Name));
        Assert.Equal([180000, 70000, 95050, null, 120000], catalogue.Services.Select(service => service.Price?.Kopecks));
        Assert.Equal(["Стойка у окна", "Стойка у стены"], Assert.Single(catalogue.Needs([catalogue.Services[0]])).Select(resource => resource.Name));
        Assert.Equal(["Новая запись", "Ждём запчасти", "В ремонте", "Выдан", "Отменён"], catalogue.States.Select(state => state.Name));
        await using var db = Open(node);
        Assert.Equal([typeof(WeeklySchedule), typeof(OffOnHolidays), typeof(WeeklySchedule), typeof(CalendarSchedule)], (await db.WorkSchedules.OrderBy(one => one.Id).ToListAsync(Cancel)).Select(one => one.Schedule.GetType()));
        Assert.Equal(2, await db.ConsentTexts.CountAsync(Cancel));
        var timur = await db.Customers.SingleAsync(one => one.Name == "Тимур Хасанов", Cancel);
        Assert.Equal(("+79124501101", "timur@mail.example", Salon.At("11:00", -296)), (timur.Phone, timur.Email, timur.Created));
    }

    [Theory, OnBothDatabases]
    public async Task The_orders_are_as_the_file_says(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await ImportedAsync(database);
        await using var db = Open(node);

        var orders = await ClientBookings.WithLines(db.WorkOrders).Include(order => order.Payments).OrderBy(order => order.Number).ToListAsync(Cancel);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], orders.Select(order => order.Number));
        Assert.Equal(
            [OrderStatus.Completed, OrderStatus.Completed, OrderStatus.Cancelled, OrderStatus.Completed, OrderStatus.InProgress, OrderStatus.Open, OrderStatus.Open, OrderStatus.Open],
            orders.Select(order => order.Status));
        Assert.Equal([(2500m, 2500m), (7200m, 7200m), (950.5m, 0m), (950.5m, 950.5m), (5730m, 0m), (0m, 0m), (1200m, 0m), (1200m, 0m)], orders.Select(order => (order.Sum.AsRubles, order.Paid.AsRubles)));
        Assert.Equal(("Изменились планы", true, Salon.At("19:00", -19)), (orders[2].CancelReason!, orders[2].WasCancelledByClient, orders[2].Closed!.Value));
        Assert.Equal((1m, 0m), (orders[4].Works[0].DoneQuantity, orders[4].Works[1].DoneQuantity));
        Assert.Equal((4m, 10m, 4m), (orders[1].Works[0].Quantity, orders[1].Works[0].Discount, orders[1].Works[0].DoneQuantity));
        Assert.Equal((Salon.At("11:00", -19), Salon.At("17:30", -19)), (orders[1].Start, orders[1].Finish));
        Assert.Equal((10, 20), (orders[5].Resources[1].BufferBefore, orders[5].Resources[1].BufferAfter));
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
        Assert.Equal([1, 2], await db.OccupiedRanges.Where(row => row.WorkOrderId == orders[6].Id || row.WorkOrderId == orders[7].Id).Select(row => row.Seat).Order().ToListAsync(Cancel));
        var messages = await db.OutboxMessages.OrderBy(message => message.Due).ToListAsync(Cancel);
        Assert.Equal([(MessageKind.Reminder, orders[5].Id), (MessageKind.Reminder, orders[6].Id)], messages.Select(message => (message.Kind, message.WorkOrderId!.Value)));
        Assert.Equal(orders[5].Start - NodaTime.Duration.FromHours(2), messages[0].Due);
    }

    [Theory, OnBothDatabases]
    public async Task Clients_can_book_and_numbers_go_on(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await ImportedAsync(database);
        var snapshot = (await node.GetRequiredService<CompanySnapshots>().FindAsync("spitsa", Cancel))!;
        var choice = Choice.Of(snapshot.Catalogue, [snapshot.Catalogue.Services[0].Id], null).Value;
        var slot = snapshot.Slots(choice, Salon.Monday.PlusDays(1), Salon.Monday.PlusDays(3), Imported.Now)[0];

        var booked = await node.GetRequiredService<BookAppointment>().RunAsync(snapshot.Catalogue.Company.Id, Salon.Form(choice.Services[0].Id, null, slot), Salon.Client(), Cancel);

        Assert.False(booked.IsRefused);
        Assert.Equal(9, booked.Value.Number);
    }

    private static AppDb Open(ServiceProvider node)
    {
        var databases = node.GetRequiredService<Databases>();
        using var db = databases.Open();
        return databases.Open(db.Companies.Single().Id);
    }

    private static async Task<ServiceProvider> ImportedAsync(TestDatabase database)
    {
        var node = await Imported.NodeAsync(database, Cancel);
        await Imported.IntoAsync(node, JsonNode.Parse(await File.ReadAllTextAsync(Documents.At("import-example.json"), Cancel))!, Cancel);
        return node;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
