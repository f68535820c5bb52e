namespace Kabinet.Scheduling;

/// <summary>Вид графика: how a <see cref="WorkSchedule"/> is written down.</summary>
public enum ScheduleKind
{
    /// <summary>Пятидневка: the same hours from Monday to Friday.</summary>
    FiveDay,
    /// <summary>Шестидневка: the same hours from Monday to Saturday.</summary>
    SixDay,
    /// <summary>По дням недели: hours of their own for each.</summary>
    Weekly,
    /// <summary>Сменный: a cycle of days from a start date.</summary>
    Shift,
    /// <summary>По календарю: dates with their hours.</summary>
    Calendar,
}
