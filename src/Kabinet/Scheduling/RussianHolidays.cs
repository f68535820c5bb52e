using NodaTime;

namespace Kabinet.Scheduling;

/// <summary>Праздник: a public holiday of Russia.</summary>
public enum PublicHoliday { NewYear, Christmas, DefenderOfTheFatherlandDay, WomensDay, LabourDay, VictoryDay, RussiaDay, UnityDay }

/// <summary>Нерабочие праздничные дни, by article 112 of the Labour Code as it has been since 2013. Days off that are moved are not among them: the government names them every year.</summary>
public static class RussianHolidays
{
    /// <summary>Null: a day like others.</summary>
    public static PublicHoliday? On(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 7) => PublicHoliday.Christmas,
        (1, >= 1 and <= 8) => PublicHoliday.NewYear,
        (2, 23) => PublicHoliday.DefenderOfTheFatherlandDay,
        (3, 8) => PublicHoliday.WomensDay,
        (5, 1) => PublicHoliday.LabourDay,
        (5, 9) => PublicHoliday.VictoryDay,
        (6, 12) => PublicHoliday.RussiaDay,
        (11, 4) => PublicHoliday.UnityDay,
        _ => null,
    };
}
