namespace Kabinet.Staff;

/// <summary>A part of the API as the settings show it: Russian name, and the two levels of access to it.</summary>
internal sealed record ApiArea(string Name, ApiAccess Read, ApiAccess Write)
{
    public static readonly IReadOnlyList<ApiArea> All =
    [
        new("Заказ-наряды", ApiAccess.ReadWorkOrders, ApiAccess.WriteWorkOrders),
        new("Клиенты", ApiAccess.ReadCustomers, ApiAccess.WriteCustomers),
        new("Ресурсы", ApiAccess.ReadResources, ApiAccess.WriteResources),
        new("Услуги", ApiAccess.ReadServices, ApiAccess.WriteServices),
    ];

    /// <summary>What of this area is in the access: none, read or write.</summary>
    public ApiAccess Of(ApiAccess access) => access & Write;

    /// <summary>The access with that level of this area instead.</summary>
    public ApiAccess In(ApiAccess access, ApiAccess level) => access & ~Write | level;
}

/// <summary>What the list of keys says of one.</summary>
internal static class ApiKeyTexts
{
    /// <summary>«Чтение и запись: заказ-наряды, клиенты», «Чтение: услуги»: a line for each level that there is.</summary>
    public static IEnumerable<string> Access(ApiAccess access)
    {
        var writes = ApiArea.All.Where(area => area.Of(access) == area.Write).ToList();
        var reads = ApiArea.All.Where(area => area.Of(access) == area.Read).ToList();
        if (writes.Count > 0) yield return $"Чтение и запись: {Names(writes)}";
        if (reads.Count > 0) yield return $"Чтение: {Names(reads)}";
    }

    public static string State(ApiKeyState state) => state switch
    {
        ApiKeyState.Live => "Действует",
        ApiKeyState.Expired => "Истёк",
        _ => "Отозван",
    };

    public static string Class(ApiKeyState state) => state switch
    {
        ApiKeyState.Live => "live",
        ApiKeyState.Expired => "expired",
        _ => "revoked",
    };

    private static string Names(List<ApiArea> areas) =>
        areas.Count == ApiArea.All.Count ? "всё" : string.Join(", ", areas.Select(area => area.Name.ToLowerInvariant()));
}
