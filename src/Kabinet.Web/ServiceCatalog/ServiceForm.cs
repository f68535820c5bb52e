namespace Kabinet.ServiceCatalog;

/// <summary>What staff write of a service, unchecked.</summary>
/// <param name="GroupId">Null: in no group.</param>
/// <param name="Price">Rubles; null: not said beforehand.</param>
/// <param name="Duration">Minutes.</param>
/// <param name="BufferBefore">Minutes kept free before it.</param>
/// <param name="BufferAfter">Minutes kept free after it.</param>
/// <param name="PerformerIds">The resources that perform it.</param>
/// <param name="NeededKindIds">The kinds of resource of which it needs one besides.</param>
/// <param name="IsPriceFrom">The price is the least, not the final one; needs a price above 0.</param>
/// <param name="Position">Its place among the services; null: after all others.</param>
public sealed record ServiceForm(
    string? Name, string? Description, int? GroupId, decimal? Price, int Duration, int BufferBefore, int BufferAfter,
    IReadOnlyList<int> PerformerIds, IReadOnlyList<int> NeededKindIds, bool IsOfferedOnline = true, int? Position = null, bool IsArchived = false, bool IsPriceFrom = false)
{
    public const int MaxNameLength = 200, MaxDescriptionLength = 1000, MaxDuration = 7 * 1440, MaxBuffer = 1440;
    public const decimal MaxPrice = 1_000_000_000;

    public static ServiceForm Of(Service service) => new(
        service.Name, service.Description, service.GroupId, service.Price?.AsRubles, service.Duration, service.BufferBefore, service.BufferAfter,
        [.. service.PerformerIds], [.. service.NeededKindIds], service.IsOfferedOnline, service.Position, service.IsArchived, service.IsPriceFrom);

    /// <summary>Do both say the same? In which order the performers were ticked says nothing.</summary>
    public bool IsSameAs(ServiceForm other) => this with { PerformerIds = other.PerformerIds, NeededKindIds = other.NeededKindIds } == other
        && PerformerIds.ToHashSet().SetEquals(other.PerformerIds) && NeededKindIds.ToHashSet().SetEquals(other.NeededKindIds);

    /// <summary>What is wrong with it by itself, field by field; whether what it refers to is there is asked elsewhere.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.NameEmpty, "name");
        if (Name?.Trim().Length > MaxNameLength) yield return new Refusal(RefusalReason.ServiceNameTooLong, "name");
        if (Description?.Trim().Length > MaxDescriptionLength) yield return new Refusal(RefusalReason.DescriptionTooLong, "description");
        if (Price is < 0 or > MaxPrice || (Price is { } rubles && decimal.Round(rubles, 2) != rubles)) yield return new Refusal(RefusalReason.PriceInvalid, "price");
        if (IsPriceFrom && Price is (null or 0m)) yield return new Refusal(RefusalReason.PriceFromNothing, "price");
        if (Duration is < 1 or > MaxDuration) yield return new Refusal(RefusalReason.DurationInvalid, "duration");
        if (BufferBefore is < 0 or > MaxBuffer) yield return new Refusal(RefusalReason.BufferInvalid, "bufferBefore");
        if (BufferAfter is < 0 or > MaxBuffer) yield return new Refusal(RefusalReason.BufferInvalid, "bufferAfter");
    }
}
