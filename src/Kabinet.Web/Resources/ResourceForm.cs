using NodaTime;

namespace Kabinet.Resources;

/// <summary>What staff write of a resource, unchecked.</summary>
/// <param name="PhotoUrl">An address, or a path of this site; empty: none.</param>
/// <param name="KindIds">The kinds to which it belongs.</param>
/// <param name="ScheduleId">Of the day on which it is written, and from then on; of a new one, since ever. Null: it has none, and does not work.</param>
/// <param name="Position">Its place among the resources; null: after all others.</param>
public sealed record ResourceForm(
    string? Name, string? Speciality, string? PhotoUrl, int Capacity, IReadOnlyList<int> KindIds, int? ScheduleId,
    bool IsOfferedOnline = true, int? Position = null, bool IsArchived = false)
{
    public const int MaxNameLength = 100, MaxSpecialityLength = 200, MaxAddressLength = 2000, MaxCapacity = 1000;

    public static ResourceForm Of(Resource resource, LocalDate today) => new(
        resource.Name, resource.Speciality, resource.PhotoUrl, resource.Capacity, [.. resource.KindIds], resource.ScheduleOn(today),
        resource.IsOfferedOnline, resource.Position, resource.IsArchived);

    /// <summary>Do both cards say the same? In which order the kinds were ticked says nothing, and schedules are assigned by date, beside the card.</summary>
    public bool IsSameAs(ResourceForm other) => this with { KindIds = other.KindIds, ScheduleId = other.ScheduleId } == other && KindIds.ToHashSet().SetEquals(other.KindIds);

    /// <summary>What is wrong with it by itself, field by field; whether what it refers to is there is asked elsewhere.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal(RefusalReason.NameEmpty, "name");
        if (Name?.Trim().Length > MaxNameLength) yield return new Refusal(RefusalReason.NameTooLong, "name");
        if (Speciality?.Trim().Length > MaxSpecialityLength) yield return new Refusal(RefusalReason.SpecialityTooLong, "speciality");
        if (PhotoUrl?.Trim() is { Length: > 0 } photo && !IsAddress(photo)) yield return new Refusal(RefusalReason.PhotoInvalid, "photo");
        if (Capacity is < 1 or > MaxCapacity) yield return new Refusal(RefusalReason.CapacityInvalid, "capacity");
    }

    /// <summary>Not javascript: and its like, nor //another.site.</summary>
    private static bool IsAddress(string text) => text.Length <= MaxAddressLength
        && ((text is ['/', not '/', ..] && !text.Contains('\\')) || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"));
}
