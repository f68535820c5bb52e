using Kabinet.Shell;

namespace Kabinet.ServiceCatalog;

/// <summary>A service as it stands on the screen, numbers as they were typed.</summary>
public sealed class ServiceDraft
{
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public int? GroupId { get; set; }

    /// <summary>Rubles; empty: not said beforehand.</summary>
    public string Price { get; set; } = "";

    public bool IsPriceFrom { get; set; }

    /// <summary>Minutes, like the buffers.</summary>
    public string Duration { get; set; } = "";
    public string BufferBefore { get; set; } = "";
    public string BufferAfter { get; set; } = "";
    public HashSet<int> PerformerIds { get; private init; } = [];
    public HashSet<int> NeededKindIds { get; private init; } = [];
    public bool IsOfferedOnline { get; set; } = true;
    public int? Position { get; set; }
    public bool IsArchived { get; set; }

    public static ServiceDraft Of(ServiceForm form) => new()
    {
        Name = form.Name ?? "",
        Description = form.Description ?? "",
        GroupId = form.GroupId,
        Price = TypedNumber.Of(form.Price),
        IsPriceFrom = form.IsPriceFrom,
        Duration = TypedNumber.Of(form.Duration),
        BufferBefore = TypedNumber.Of(form.BufferBefore),
        BufferAfter = TypedNumber.Of(form.BufferAfter),
        PerformerIds = [.. form.PerformerIds],
        NeededKindIds = [.. form.NeededKindIds],
        IsOfferedOnline = form.IsOfferedOnline,
        Position = form.Position,
        IsArchived = form.IsArchived,
    };

    public ServiceForm Form => new(
        Name, Description, GroupId, TypedNumber.Sum(Price), TypedNumber.Whole(Duration, ifEmpty: 0), TypedNumber.Whole(BufferBefore, ifEmpty: 0), TypedNumber.Whole(BufferAfter, ifEmpty: 0),
        [.. PerformerIds], [.. NeededKindIds], IsOfferedOnline, Position, IsArchived, IsPriceFrom);
}
