using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Companies;

/// <summary>A new company with what every company needs before its first booking: states of a work order, consent texts, a working week.</summary>
public static class CreateCompany
{
    /// <summary>
    /// Adds it to the caller's transaction; the context is of that company from then on. The cabinet is not published yet. Refused where another
    /// company has the address.
    /// </summary>
    /// <param name="about">Name, address and mail of the operator stand in the consent texts.</param>
    public static async Task<Outcome<Company>> InAsync(
        AppDb db, string slug, string name, string timeZone, AboutCompany about, Instant now, CancellationToken cancel = default)
    {
        var company = new Company(slug, name, timeZone) { About = about };
        if (!await db.TryAddAsync(company, cancel)) return new Refusal(RefusalReason.AddressTaken, "address");

        db.AddRange(UsualStates(company));
        db.AddRange(ConsentTexts(company, now));
        db.Add(new NamedSchedule(company.Id, company.TakeId(), "Пятидневка 9:00–18:00",
            WeeklySchedule.FiveDay(WorkingInterval.Between(new LocalTime(9, 0), new LocalTime(18, 0)))));
        await db.SaveChangesAsync(cancel);
        return company;
    }

    /// <summary>A state for each status, with names that every trade understands.</summary>
    public static IReadOnlyList<OrderState> UsualStates(Company company)
    {
        OrderState State(string title, OrderStatus status, string color, int position) =>
            new(company.Id, company.TakeId(), title, status, color, position);
        return
        [
            State("Новая", OrderStatus.Open, "#6fa8dc", 1),
            State("Подтверждена", OrderStatus.Open, "#45b8a0", 2),
            State("В работе", OrderStatus.InProgress, "#f0b94b", 3),
            State("Выполнен", OrderStatus.Completed, "#8fb36b", 4),
            State("Отменён", OrderStatus.Cancelled, "#b0aba5", 5),
        ];
    }

    public static IReadOnlyList<ConsentText> ConsentTexts(Company company, Instant now) =>
    [
        new(company.Id, ConsentKind.PersonalData, 1, ConsentWording.PersonalData(company), now),
        new(company.Id, ConsentKind.Advertising, 1, ConsentWording.Advertising(company), now),
    ];
}
