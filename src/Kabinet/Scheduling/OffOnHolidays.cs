using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>«В праздники не работает»: another schedule, but for Russia's public holidays, see <see cref="RussianHolidays"/>.</summary>
/// <param name="Usual">On all other days.</param>
public sealed record OffOnHolidays(WorkSchedule Usual) : WorkSchedule
{
    public override IReadOnlyList<WorkingInterval> On(LocalDate date) => RussianHolidays.On(date) is null ? Usual.On(date) : [];
}
