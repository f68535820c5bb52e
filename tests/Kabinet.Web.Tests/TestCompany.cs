using Kabinet.Companies;
using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.ServiceCatalog;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Web.Tests;

/// <summary>
/// The believable company of all tests: a small beauty salon in Moscow. On its first day, Monday, 2 March 2026, nothing is booked.
/// Anna and Katya work Monday to Friday 10:00–20:00, Anna with a break 14:00–15:00.
/// </summary>
public sealed class TestCompany
{
    public const string Slug = "mint", PersonalDataText = "Я согласен на обработку моих персональных данных.";

    public required int Id { get; init; }

    // Resources.
    public required int Anna { get; init; }
    public required int Katya { get; init; }

    /// <summary>The room that a massage needs: one, not offered to clients.</summary>
    public required int Room { get; init; }

    /// <summary>Takes three clients at a time.</summary>
    public required int YogaHall { get; init; }

    // Services.
    /// <summary>60 minutes, 2 500 ₽, by Anna and Katya.</summary>
    public required int Haircut { get; init; }

    /// <summary>90 minutes with 15 before and 20 after, 6 000 ₽, by Anna.</summary>
    public required int Colouring { get; init; }

    /// <summary>60 minutes and 10 after, 3 000 ₽, by Anna and Katya, in the room.</summary>
    public required int Massage { get; init; }

    /// <summary>30 minutes, no price said beforehand, by Katya.</summary>
    public required int Consultation { get; init; }

    /// <summary>60 minutes, 800 ₽, in the hall.</summary>
    public required int Yoga { get; init; }

    /// <summary>45 minutes, 500 ₽, in the hall.</summary>
    public required int Stretching { get; init; }

    public static async Task<TestCompany> CreateAsync(Databases databases, Instant now, string slug = Slug)
    {
        await using var db = databases.Open();
        var company = new Company(slug, "Студия «Мята»", "Europe/Moscow") { About = new() { Phone = "+74950000000", Address = "Москва, Лесная улица, 7" } };
        company.Publish();
        db.Add(company);
        await db.SaveChangesAsync();

        var ids = Fill(new Furnishing(db.Of(company.Id), company), now);
        await db.SaveChangesAsync();
        return ids;
    }

    private static TestCompany Fill(Furnishing it, Instant now)
    {
        var id = it.Company.Id;
        it.States();
        it.Db.AddRange(
            new ConsentText(id, ConsentKind.PersonalData, 1, PersonalDataText, now),
            new ConsentText(id, ConsentKind.Advertising, 1, "Я согласен получать рекламу.", now));

        var wholeDay = it.Schedule("Пятидневка 10–20", new WorkingInterval(new LocalTime(10, 0), 600));
        var withBreak = it.Schedule("Пятидневка с перерывом", new WorkingInterval(new LocalTime(10, 0), 240), new WorkingInterval(new LocalTime(15, 0), 300));
        var room = it.Kind("Кабинет");
        var anna = it.Resource("Анна Соколова", withBreak);
        var katya = it.Resource("Екатерина Белова", wholeDay);
        var massageRoom = it.Resource("Кабинет 1", wholeDay, kind: room);
        var hall = it.Resource("Зал йоги", wholeDay, capacity: 3);
        return new TestCompany
        {
            Id = id,
            Anna = anna,
            Katya = katya,
            Room = massageRoom,
            YogaHall = hall,
            Haircut = it.Service("Женская стрижка", 60, 2500, [anna, katya]),
            Colouring = it.Service("Окрашивание", 90, 6000, [anna], before: 15, after: 20),
            Massage = it.Service("Массаж спины", 60, 3000, [anna, katya], after: 10, needs: [room]),
            Consultation = it.Service("Консультация", 30, null, [katya]),
            Yoga = it.Service("Йога", 60, 800, [hall]),
            Stretching = it.Service("Растяжка", 45, 500, [hall]),
        };
    }

    private sealed record Furnishing(AppDb Db, Company Company)
    {
        public void States() => Db.AddRange(
            new OrderState(Company.Id, Company.TakeId(), "Новая", OrderStatus.Open, "#8fb8de", 1),
            new OrderState(Company.Id, Company.TakeId(), "В работе", OrderStatus.InProgress, "#f2c14e", 2),
            new OrderState(Company.Id, Company.TakeId(), "Выполнен", OrderStatus.Completed, "#7fb685", 3),
            new OrderState(Company.Id, Company.TakeId(), "Отменён", OrderStatus.Cancelled, "#c9c9c9", 4));

        public int Kind(string name)
        {
            var kind = new ResourceKind(Company.Id, Company.TakeId(), name);
            Db.Add(kind);
            return kind.Id;
        }

        public int Schedule(string name, params WorkingInterval[] day)
        {
            var schedule = new NamedSchedule(Company.Id, Company.TakeId(), name, WeeklySchedule.FiveDay(day));
            Db.Add(schedule);
            return schedule.Id;
        }

        /// <param name="kind">Given: a room, taken along and not chosen.</param>
        public int Resource(string name, int scheduleId, int capacity = 1, int? kind = null)
        {
            var resource = new Resource(Company.Id, Company.TakeId(), name, capacity) { IsOfferedOnline = kind is null };
            resource.Assign(scheduleId);
            if (kind is { } id) resource.KindIds.Add(id);
            Db.Add(resource);
            return resource.Id;
        }

        public int Service(string name, int minutes, int? rubles, int[] performers, int before = 0, int after = 0, int[]? needs = null)
        {
            var service = new Service(Company.Id, Company.TakeId(), name, minutes, rubles is { } sum ? Money.Rubles(sum) : null)
            {
                BufferBefore = before,
                BufferAfter = after,
            };
            foreach (var performer in performers) service.PerformerIds.Add(performer);
            foreach (var kind in needs ?? []) service.NeededKindIds.Add(kind);
            Db.Add(service);
            return service.Id;
        }
    }
}
