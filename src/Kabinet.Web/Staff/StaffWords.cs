namespace Kabinet.Staff;

/// <summary>Roles in words.</summary>
internal static class StaffWords
{
    public static readonly IReadOnlyList<(StaffRole Role, string Name, string May)> Roles =
    [
        (StaffRole.Owner, "Владелец", "может всё: настройки, сотрудники, ключи API"),
        (StaffRole.Manager, "Менеджер", "ведёт записи, клиентов, услуги и графики"),
        (StaffRole.Specialist, "Специалист", "видит и ведёт только свои записи"),
    ];

    public static string Role(StaffRole role) => Roles.First(one => one.Role == role).Name;
}
